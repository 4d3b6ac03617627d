import { addressOf } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LetterDesk } from './LetterDesk.tsx'
import { placeOf, TABS, type Tab } from './letter-place.ts'
import { OutgoingRegister } from './OutgoingRegister.tsx'
import { Templates } from './Templates.tsx'
import { ToSend } from './ToSend.tsx'
import './letters.css'

const TAB_WORDS = {
  send: 'letters.tab.send',
  register: 'letters.tab.register',
  templates: 'letters.tab.templates',
} as const satisfies Record<Tab, string>

/** The letters of the office: those to be sent, the journal of outgoing ones, the texts; or one letter that is open. */
export function LettersScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const place = placeOf(narrowed)
  if (place !== null) return <LetterDesk key={place.id} place={place} />
  const shown = TABS.find(tab => tab === narrowed.tab) ?? 'send'
  return (
    <>
      <div className="screen-head">
        <h1>{t('letters.title')}</h1>
        <nav className="letter-tabs" aria-label={t('letters.title')}>
          {TABS.map(tab => (
            <a key={tab} href={addressOf('letters', { tab })} aria-current={tab === shown ? 'page' : undefined}>
              {t(TAB_WORDS[tab])}
            </a>
          ))}
        </nav>
        <span className="space" />
      </div>
      {shown === 'send' ? <ToSend /> : shown === 'register' ? <OutgoingRegister narrowed={narrowed} /> : null}
      {shown === 'templates' ? <Templates narrowed={narrowed} /> : null}
    </>
  )
}
