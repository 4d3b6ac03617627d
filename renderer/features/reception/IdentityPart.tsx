import { joined } from '#shared/text/isolated.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useDirectoryName } from '../../components/use-directories.ts'
import type { ApplicationCard, VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { IdentityFields } from './IdentityFields.tsx'
import type { ReceptionActs } from './use-reception-acts.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { actsOf } from './visit-acts.ts'
import { CHECK_WORDS, POWERS_WORDS } from './visit-words.ts'

interface Shown {
  readonly day: ReceptionDay
  readonly visit: VisitRow
  readonly card: ApplicationCard | null | undefined
  readonly acts: ReceptionActs
  readonly wanted: object | null
}

/** The check before the call (clause 9): what was recorded, or the form that records it. */
export function IdentityPart({ day, visit, card, acts, wanted }: Shown) {
  const { t } = useWords()
  const { status } = visit.state
  const mayCheck = actsOf(status).includes('check')
  const isOpen = mayCheck && (status === 'arrived' || wanted !== null)
  const count = card?.registered?.registration.delegation ?? null
  return (
    <section className="part" aria-label={t('identity.title')}>
      <h3>
        {t('identity.title')} <span className="mute">{t('identity.clause')}</span>
      </h3>
      {count === null ? null : <Notice tone="sky">{t('identity.delegation', { count })}</Notice>}
      {status === 'stopped' ? <Notice tone="amber">{t('identity.stopped')}</Notice> : null}
      <Recorded visit={visit} />
      {isOpen && card !== undefined ? (
        <IdentityFields
          key={visit.head}
          registered={card?.registered ?? null}
          today={day.today}
          busy={acts.work.call.busy}
          wanted={wanted}
          onSave={(check, personal) => acts.check(visit, check, personal)}
        />
      ) : null}
    </section>
  )
}

/** What was recorded, as far as it may be seen: the number is masked for good. */
function Recorded({ visit: { state } }: { visit: VisitRow }) {
  const { t, dates } = useWords()
  const entry = useDirectoryName()
  const { check, checkPersonal: personal } = state
  if (check === null) return null
  const document = [
    entry('document', check.document),
    personal?.number ?? '',
    personal?.issuer ?? '',
    personal?.validTo == null ? '' : t('identity.until', { date: screenDate(personal.validTo, dates) }),
    check.digital ? t('identity.digital') : '',
  ].filter(part => part !== '')
  return (
    <div className="plain-list">
      <div className="buttons">
        <Badge tone={check.result === 'matched' ? 'green' : 'red'}>{t(CHECK_WORDS[check.result])}</Badge>
        {check.expired ? <Badge tone="amber">{t('identity.expired')}</Badge> : null}
        {check.powers === 'not_needed' ? null : (
          <Badge tone={check.powers === 'shown' ? 'green' : 'red'}>{t(POWERS_WORDS[check.powers])}</Badge>
        )}
        <span className="mute">{officeTime(Date.parse(check.at))}</span>
      </div>
      {document.length === 0 ? null : <div>{joined(document, ' \u00b7 ')}</div>}
      {personal === null || personal.comment === '' ? null : <div>{personal.comment}</div>}
    </div>
  )
}
