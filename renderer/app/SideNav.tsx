import {
  IconBook,
  IconCalendarMonth,
  IconChartBar,
  IconFileImport,
  IconFilePlus,
  IconFiles,
  IconHome,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import { useWords } from '../i18n/use-words.ts'
import { addressOf, SCREENS, type Screen } from './route.ts'

const ICONS = {
  today: IconHome,
  register: IconFilePlus,
  reception: IconUsers,
  applications: IconFiles,
  schedule: IconCalendarMonth,
  report: IconChartBar,
  import: IconFileImport,
  directories: IconBook,
  settings: IconSettings,
} as const satisfies Record<Screen, unknown>

/** The way to every screen there is. */
export function SideNav({ current }: { current: Screen }) {
  const { t } = useWords()
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      {SCREENS.map((screen, index) => {
        const Icon = ICONS[screen]
        return (
          <a
            key={screen}
            href={addressOf(screen)}
            aria-current={screen === current ? 'page' : undefined}
            aria-keyshortcuts={`Control+${index + 1}`}
            title={`${t(`nav.${screen}`)} (Ctrl ${index + 1})`}
          >
            <Icon size={19} stroke={1.7} aria-hidden="true" />
            <span className="nav-word">{t(`nav.${screen}`)}</span>
            <kbd>{index + 1}</kbd>
          </a>
        )
      })}
    </nav>
  )
}
