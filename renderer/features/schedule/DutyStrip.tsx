import { planClause } from '#shared/plan/clauses.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { monthTitle } from '#shared/time/official-date.ts'
import { useMonthState } from '../../app/desk-rows.ts'
import { Badge, type Tone } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type DutyOfMonth, dutyOf } from './duty.ts'
import { monthAfter } from './months.ts'
import type { PlannedMonth } from './use-planned-month.ts'

const TONES = { kept: 'green', planned: 'plain', short: 'amber', broken: 'red' } as const satisfies Record<
  DutyOfMonth['state'],
  Tone
>

/** The akim and the deputies: how many receptions of this month and the next are planned and held, and who is short. */
export function DutyStrip({ planned }: { planned: PlannedMonth }) {
  const { t, dates, language } = useWords()
  const { month, officials, work, plan } = planned
  const today = useToday()
  const next = monthAfter(month, 1)
  const later = useMonthState(next)?.state ?? null
  const now = dutyOf(month, work.draft.schedule, officials, today)
  const then = dutyOf(next, later?.draft ?? later?.approved?.schedule ?? null, officials, today)
  if (now.length === 0) return null
  const clause = planClause('monthly', plan.profile)
  return (
    <section className="card duty" aria-label={t('schedule.duty')}>
      <b className="duty-title">
        {t('schedule.duty')}{' '}
        {clause === null ? null : <span className="mute">{clauseText(clause, plan.profile, t)}</span>}
      </b>
      <ul>
        {now.map((line, index) => {
          const official = officials.find(one => one.id === line.officialId)
          const after = then[index]
          return (
            <li key={line.officialId}>
              <span>{official === undefined ? '' : officialName(official, language)}</span>
              <DutyBadge line={line} title={monthTitle(month, dates)} />
              {after === undefined ? null : (
                <DutyBadge line={after} title={monthTitle(next, dates)} isNext known={later !== null} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface Shown {
  readonly line: DutyOfMonth
  readonly title: string
  readonly isNext?: boolean
  /** Something of the month is drafted or approved. */
  readonly known?: boolean
}

function DutyBadge({ line, title, isNext = false, known = true }: Shown) {
  const { t } = useWords()
  const { planned, held, state } = line
  const word =
    isNext && !known && state === 'short'
      ? t('schedule.duty.not_drafted')
      : t('schedule.duty.counts', { planned, held })
  return (
    <span className="duty-month">
      <span className="mute">{isNext ? t('schedule.duty.next') : null}</span>
      <span className="unseen">{title}</span>
      <Badge tone={known || state === 'broken' ? TONES[state] : 'plain'}>{word}</Badge>
    </span>
  )
}
