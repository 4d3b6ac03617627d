import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EventOf } from '#shared/ipc/contract.ts'
import { assertNever } from '#shared/result/result.ts'
import { useDayTurns } from '../components/use-office-time.ts'
import { lockDesk } from '../features/access/lock-desk.ts'
import { PasswordDesk } from '../features/access/PasswordDesk.tsx'
import { DueAlarm } from '../features/alarm/DueAlarm.tsx'
import { ApplicationsScreen } from '../features/applications/ApplicationsScreen.tsx'
import { CallCentreBanner } from '../features/callcentre/CallCentreBanner.tsx'
import { ClashScreen } from '../features/clash/ClashScreen.tsx'
import { CloseScreen } from '../features/close-of-day/CloseScreen.tsx'
import { ContactDesk } from '../features/contacts/ContactDesk.tsx'
import { CALL_CHANNEL } from '../features/contacts/contact-form.ts'
import { useContacts } from '../features/contacts/contacts-context.ts'
import { ControlScreen } from '../features/control/ControlScreen.tsx'
import { DirectoriesScreen } from '../features/directories/DirectoriesScreen.tsx'
import { HelpBanner } from '../features/help/HelpBanner.tsx'
import { useHelp } from '../features/help/use-help.ts'
import { ImportScreen } from '../features/import/ImportScreen.tsx'
import { LettersScreen } from '../features/letters/LettersScreen.tsx'
import { PaperScreen } from '../features/paper-bridge/PaperScreen.tsx'
import { ReceptionScreen } from '../features/reception/ReceptionScreen.tsx'
import { RegisterScreen } from '../features/register/RegisterScreen.tsx'
import { ReportScreen } from '../features/report/ReportScreen.tsx'
import { ScheduleScreen } from '../features/schedule/ScheduleScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { TermsDesk } from '../features/terms/TermsDesk.tsx'
import { TodayScreen } from '../features/today/TodayScreen.tsx'
import { changeWords } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { KeyMap } from './KeyMap.tsx'
import { MAP_KEY } from './key-groups.ts'
import { Notices } from './Notices.tsx'
import { goTo, type Route, SCREENS, useRoute } from './route.ts'
import { SideNav } from './SideNav.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'
import { WhenRead } from './WhenRead.tsx'
import { WhenWhole } from './WhenWhole.tsx'
import { WithCalendar } from './WithCalendar.tsx'

/** An open desk: every screen, and what is within reach of each. */
export function OpenDesk() {
  return (
    <PasswordDesk>
      <ContactDesk>
        <TermsDesk>
          <Frame />
        </TermsDesk>
      </ContactDesk>
    </PasswordDesk>
  )
}

/** The frame around every screen. */
function Frame() {
  const { t } = useWords()
  const [isMapOpen, setMapOpen] = useState(false)
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  useShortcuts(() => setMapOpen(true))
  useDayTurns()
  const help = useHelp()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen takes the focus, another filter does not
  useEffect(() => {
    main.current?.focus({ preventScroll: true })
  }, [route.screen])
  return (
    <div className="app">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <HelpBanner help={help} />
      <TopBar onHelp={help.press} />
      <SideNav current={route.screen} />
      <main id="main" className="main" ref={main} tabIndex={-1}>
        <Notices />
        <CallCentreBanner />
        <WithCalendar>
          <DueAlarm />
        </WithCalendar>
        <WhenRead>
          <WithCalendar>
            <Shown route={route} />
          </WithCalendar>
        </WhenRead>
      </main>
      <StatusLine />
      {isMapOpen ? <KeyMap onClose={() => setMapOpen(false)} /> : null}
    </div>
  )
}

/** The line, and beside it its paper and the end of its day. */
function ReceptionPart({ narrowed }: Pick<Route, 'narrowed'>) {
  if (narrowed.part === 'paper') return <PaperScreen />
  if (narrowed.part === 'close') return <CloseScreen asked={narrowed.day} />
  return <ReceptionScreen narrowed={narrowed} />
}

function Shown({ route }: { route: Route }) {
  switch (route.screen) {
    case 'today':
      return route.narrowed.part === 'apart' ? <ClashScreen /> : <TodayScreen />
    case 'register':
      return <RegisterScreen narrowed={route.narrowed} />
    case 'reception':
      return <ReceptionPart narrowed={route.narrowed} />
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
      return <SettingsScreen narrowed={route.narrowed} />
    case 'control':
      return <ControlScreen narrowed={route.narrowed} />
    case 'letters':
      return <LettersScreen narrowed={route.narrowed} />
    default:
      return assertNever(route.screen)
  }
}

/** Keys by their place, not their letter: the same in every layout. */
function useShortcuts(openMap: () => void): void {
  const contacts = useContacts()
  const isAsked = () => document.querySelector('[role="dialog"]') !== null
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || event.metaKey) return
    const screen = SCREENS[Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0) - 1]
    if (!event.ctrlKey && event.key === MAP_KEY) {
      if (!isAsked()) openMap()
    } else if (!event.ctrlKey) return
    else if (event.code === 'KeyK') focusSearch()
    else if (event.code === 'KeyL') lockDesk()
    else if (screen !== undefined) goTo(screen)
    else return
    event.preventDefault()
  })
  const chosen = useEffectEvent((command: EventOf<'menu.command'>['command']) => {
    if (command === 'search') focusSearch()
    else if (command === 'keys') {
      if (!isAsked()) openMap()
    } else if (command !== 'contact') goTo(command)
    else if (!isAsked()) contacts.open(CALL_CHANNEL)
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    const endMenu = window.desk.onMenuCommand(({ command }) => chosen(command))
    const endLanguage = window.desk.onLanguageChanged(({ language }) => void changeWords(language))
    return () => {
      window.removeEventListener('keydown', heard)
      endMenu()
      endLanguage()
    }
  }, [])
}

function focusSearch(): void {
  document.getElementById('search')?.focus()
}
