import { TURN_KEY } from '../components/kazakh-letters.ts'
import { LOCK_KEY } from '../features/access/lock-desk.ts'
import { APPLICATION_KEYS } from '../features/applications/application-keys.ts'
import { CONTACT_KEYS } from '../features/contacts/contact-keys.ts'
import { CONTROL_KEYS } from '../features/control/control-keys.ts'
import { PORTAL_KEYS } from '../features/eotinish/portal-keys.ts'
import { HELP_KEYS } from '../features/help/help-key.ts'
import { PAPER_KEYS } from '../features/paper-bridge/paper-keys.ts'
import { RECEPTION_KEYS } from '../features/reception/reception-keys.ts'
import { REGISTER_KEYS } from '../features/register/register-keys.ts'
import { PLANNER_KEYS } from '../features/schedule/planner-keys.ts'
import { TERMS_KEYS } from '../features/terms/terms-key.ts'
import type { LocaleKey } from '../i18n/keys.ts'
import { digitOf, SCREENS, type Screen } from './route.ts'

/** A key as the map of keys shows it, and what it does. */
export interface KeyLine {
  readonly keys: string
  readonly label: LocaleKey
}

/** Keys that work in one place. */
export interface KeyGroup {
  readonly title: LocaleKey
  readonly lines: readonly KeyLine[]
}

/** Opens the map of keys on every screen. */
export const MAP_KEY = 'F1'

const SCREEN_WORDS = {
  today: 'nav.today',
  register: 'nav.register',
  reception: 'nav.reception',
  applications: 'nav.applications',
  schedule: 'nav.schedule',
  report: 'nav.report',
  import: 'nav.import',
  directories: 'nav.directories',
  settings: 'nav.settings',
  letters: 'nav.letters',
  control: 'nav.control',
} as const satisfies Record<Screen, LocaleKey>

/** Keys of the frame: on every screen. */
export const FRAME_KEYS: readonly KeyLine[] = [
  { keys: MAP_KEY, label: 'keys.title' },
  { keys: 'Ctrl K', label: 'keys.search' },
  { keys: LOCK_KEY, label: 'lock.act' },
  ...TERMS_KEYS,
  ...HELP_KEYS,
  ...SCREENS.flatMap(screen => {
    const digit = digitOf(screen)
    return digit === null ? [] : [{ keys: `Ctrl ${digit}`, label: SCREEN_WORDS[screen] }]
  }),
]

/** Every key of the desk, by the place where it works. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  { title: 'keys.group.frame', lines: FRAME_KEYS },
  { title: 'keys.group.letters', lines: [{ keys: TURN_KEY, label: 'register.key.letter' }] },
  { title: 'keys.group.contacts', lines: CONTACT_KEYS },
  { title: 'nav.register', lines: REGISTER_KEYS.filter(({ keys }) => keys !== TURN_KEY) },
  { title: 'nav.reception', lines: RECEPTION_KEYS },
  { title: 'paper.enter', lines: PAPER_KEYS },
  { title: 'nav.applications', lines: APPLICATION_KEYS },
  { title: 'eotinish.title', lines: PORTAL_KEYS },
  { title: 'nav.control', lines: CONTROL_KEYS },
  { title: 'nav.schedule', lines: PLANNER_KEYS },
]
