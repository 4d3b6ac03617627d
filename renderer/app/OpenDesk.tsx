import { useEffect, useRef } from 'react'
import { assertNever } from '#shared/result/result.ts'
import { useDayTurns } from '../components/use-office-time.ts'
import { ApplicationsScreen } from '../features/applications/ApplicationsScreen.tsx'
import { DirectoriesScreen } from '../features/directories/DirectoriesScreen.tsx'
import { ImportScreen } from '../features/import/ImportScreen.tsx'
import { ReceptionScreen } from '../features/reception/ReceptionScreen.tsx'
import { RegisterScreen } from '../features/register/RegisterScreen.tsx'
import { ReportScreen } from '../features/report/ReportScreen.tsx'
import { ScheduleScreen } from '../features/schedule/ScheduleScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { TodayScreen } from '../features/today/TodayScreen.tsx'
import { changeWords } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { Notices } from './Notices.tsx'
import { goTo, type Route, SCREENS, useRoute } from './route.ts'
import { SideNav } from './SideNav.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'
import { WhenRead } from './WhenRead.tsx'
import { WhenWhole } from './WhenWhole.tsx'

/** The frame around every screen of an open desk. */
export function OpenDesk() {
  const { t } = useWords()
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  useShortcuts()
  useDayTurns()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen takes the focus, another filter does not
  useEffect(() => {
    main.current?.focus({ preventScroll: true })
  }, [route.screen])
  return (
    <div className="app">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <TopBar />
      <SideNav current={route.screen} />
      <main id="main" className="main" ref={main} tabIndex={-1}>
        <Notices />
        <WhenRead>
          <Shown route={route} />
        </WhenRead>
      </main>
      <StatusLine />
    </div>
  )
}

function Shown({ route }: { route: Route }) {
  switch (route.screen) {
    case 'today':
      return <TodayScreen />
    case 'register':
      return <RegisterScreen narrowed={route.narrowed} />
    case 'reception':
      return <ReceptionScreen narrowed={route.narrowed} />
    case 'applications':
      return <ApplicationsScreen narrowed={route.narrowed} />
    case 'schedule':
      return <ScheduleScreen narrowed={route.narrowed} />
    case 'report':
      return (
        <WhenWhole>
          <ReportScreen narrowed={route.narrowed} />
        </WhenWhole>
      )
    case 'import':
      return <ImportScreen />
    case 'directories':
      return <DirectoriesScreen narrowed={route.narrowed} />
    case 'settings':
      return <SettingsScreen />
    default:
      return assertNever(route.screen)
  }
}

/** Keys by their place, not their letter: the same in every layout. */
function useShortcuts(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey) return
      const screen = SCREENS[Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0) - 1]
      if (event.code === 'KeyK') focusSearch()
      else if (screen !== undefined) goTo(screen)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    const endMenu = window.desk.onMenuCommand(({ command }) => {
      if (command === 'search') focusSearch()
      else if (command !== 'keys') goTo(command)
    })
    const endLanguage = window.desk.onLanguageChanged(({ language }) => void changeWords(language))
    return () => {
      window.removeEventListener('keydown', pressed)
      endMenu()
      endLanguage()
    }
  }, [])
}

function focusSearch(): void {
  document.getElementById('search')?.focus()
}
