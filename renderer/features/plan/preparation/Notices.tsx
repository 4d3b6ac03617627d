import { requestKey } from '#shared/letter/request-key.ts'
import { NOTICE_STATES, type Notice } from '#shared/plan/notices.ts'
import type { AskedBody } from '#shared/plan/readiness.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge, type Tone } from '../../../components/Badge.tsx'
import { WhyDate } from '../../../components/WhyDate.tsx'
import type { LocaleKey } from '../../../i18n/keys.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { addressOfLetter, addressOfNew } from '../../letters/letter-place.ts'
import { personTitle } from '../people/PersonFacts.tsx'
import type { PlanKnown } from '../use-plan.ts'

const STATES = {
  owed: { tone: 'amber', text: 'letter.owed', act: 'preparation.notice.write' },
  drafted: { tone: 'sky', text: 'letter.status.drafted', act: 'preparation.notice.go_on' },
  signed: { tone: 'amber', text: 'letter.status.signed', act: 'preparation.notice.send' },
  sent: { tone: 'green', text: 'letter.status.sent', act: 'preparation.notice.see' },
} as const satisfies Record<Notice['state'], { tone: Tone; text: LocaleKey; act: LocaleKey }>

interface Shown {
  readonly known: PlanKnown
  readonly reception: Reception
  readonly one: AskedBody
}

/**
 * By when applicants are told of the request to a body, and how far each letter is (clause 19, KZ-2026 rule 30): it is done
 * once it went out, not before. Those that are the least far stand first.
 */
export function Notices({ known, reception, one: { invited, notice, told } }: Shown) {
  const { t, dates } = useWords()
  if (notice === null) return null
  const sent = told.filter(({ state }) => state === 'sent').length
  const isDone = told.length > 0 && sent === told.length
  const inOrder = told.toSorted((a, b) => NOTICE_STATES.indexOf(a.state) - NOTICE_STATES.indexOf(b.state))
  return (
    <>
      <span>
        {t('preparation.notice.due')} <WhyDate term={notice} />{' '}
        {told.length === 0 ? null : (
          <Badge tone={isDone ? 'green' : 'amber'}>{t('preparation.notice.of', { sent, all: told.length })}</Badge>
        )}{' '}
        {notice.by < known.plan.today && !isDone && told.length > 0 ? (
          <Badge tone="red">{t('preparation.late')}</Badge>
        ) : null}
      </span>
      <ul className="notices">
        {inOrder.map(({ application, state, letter, on }) => {
          const row = known.rows.get(application)
          const title = row === undefined ? '' : personTitle(row, t)
          const { tone, text, act } = STATES[state]
          const about = requestKey(reception.id, invited)
          return (
            <li key={application}>
              <span>{title}</span> <Badge tone={tone}>{t(text)}</Badge>{' '}
              {on === null ? null : <span className="mute">{screenDate(on, dates)}</span>}{' '}
              <a
                className="link"
                aria-label={`${t(act)}: ${title}`}
                href={letter === null ? addressOfNew(application, 'request_notice', about) : addressOfLetter(letter)}
              >
                {t(act)}
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}
