import { joined } from '#shared/text/isolated.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { CheckDone } from '#shared/visit/transitions.ts'
import { Badge } from '../../components/Badge.tsx'
import { useDirectoryName } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CHECK_WORDS, POWERS_WORDS, SOURCE_WORDS } from './visit-words.ts'

const TONES = { matched: 'green', absent: 'plain', mismatch: 'red', no_document: 'red' } as const

/** A check as it was recorded, as far as it may be seen: the number is masked for good. `name`: whose, where several came. */
export function CheckRecorded({ check, name }: { check: CheckDone; name: string | null }) {
  const { t, dates } = useWords()
  const entry = useDirectoryName()
  const { personal } = check
  const document = [
    entry('document', check.document),
    personal?.number ?? '',
    personal?.issuer ?? '',
    personal?.validTo == null ? '' : t('identity.until', { date: screenDate(personal.validTo, dates) }),
    check.digital ? t('identity.digital') : '',
    check.source === undefined || check.source === 'typed' ? '' : t(SOURCE_WORDS[check.source]),
    check.by === 'other_end' ? t('identity.other_end_by', { name: personal?.otherEnd ?? '' }) : '',
  ].filter(part => part !== '')
  return (
    <div className="plain-list">
      <div className="buttons">
        {name === null ? null : <b>{name}</b>}
        <Badge tone={TONES[check.result]}>{t(CHECK_WORDS[check.result])}</Badge>
        {check.expired ? <Badge tone="red">{t('identity.expired')}</Badge> : null}
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
