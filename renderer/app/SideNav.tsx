import {
  IconBook,
  IconCalendarMonth,
  IconChartBar,
  IconClipboardCheck,
  IconFileImport,
  IconFilePlus,
  IconFiles,
  IconHome,
  IconMail,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import { useWords } from '../i18n/use-words.ts'
import { addressOf, digitOf, SCREENS, type Screen } from './route.ts'

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
  letters: IconMail,
  control: IconClipboardCheck,
} as const satisfies Record<Screen, unknown>

/** The way to every screen there is. */
export function SideNav({ current }: { current: Screen }) {
  const { t } = useWords()
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      {SCREENS.map(screen => {
        const Icon = ICONS[screen]
        const digit = digitOf(screen)
        return (
          <a
            key={screen}
            href={addressOf(screen)}
            aria-current={screen === current ? 'page' : undefined}
            {...(digit === null ? {} : { 'aria-keyshortcuts': `Control+${digit}` })}
            title={digit === null ? t(`nav.${screen}`) : `${t(`nav.${screen}`)} (Ctrl ${digit})`}
          >
            <Icon size={19} stroke={1.7} aria-hidden="true" />
            <span className="nav-word">{t(`nav.${screen}`)}</span>
            {digit === null ? null : <kbd>{digit}</kbd>}
          </a>
        )
      })}
    </nav>
  )
}
