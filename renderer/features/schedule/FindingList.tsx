import { useTranslation } from 'react-i18next'
import type { Official } from '#shared/official/model.ts'
import type { ScheduleFinding } from '#shared/schedule/findings.ts'
import { Badge } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { datedParams } from './dated-params.ts'

/** What was found about the month: whom it concerns, what, and by which clause. */
export function FindingList({
  findings,
  officials,
}: {
  findings: readonly ScheduleFinding[]
  officials: readonly Official[]
}) {
  const { t, language, dates } = useWords()
  const { i18n } = useTranslation()
  if (findings.length === 0) {
    return (
      <div className="card-body">
        <Badge tone="green">{t('schedule.findings.none')}</Badge>
      </div>
    )
  }
  return (
    <ul className="rows">
      {findings.map(one => {
        const official = officials.find(known => known.id === one.officialId)
        return (
          <li key={`${one.kind} ${one.officialId} ${one.receptionIds.join()}`}>
            <div className="grow">
              {official === undefined ? null : <b>{officialName(official, language)}</b>}
              <div>{sentenceOf(i18n, `schedule.finding.${one.kind}`, datedParams(one.params, dates), one.kind)}</div>
              {one.clause === '' ? null : <span className="mute">{t('schedule.clause', { number: one.clause })}</span>}
            </div>
            <Badge tone={one.severity === 'error' ? 'red' : 'amber'}>{t(`severity.${one.severity}`)}</Badge>
          </li>
        )
      })}
    </ul>
  )
}
