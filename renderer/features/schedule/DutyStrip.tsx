import { planClause } from '#shared/plan/clauses.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { monthTitle } from '#shared/time/official-date.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { useMonthState } from '../../app/desk-rows.ts'
import { Badge, type Tone } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type DutyOfMonth, dutyOf } from './duty.ts'
import { monthAfter } from './months.ts'
import { shortName } from './short-name.ts'
import type { PlannedMonth } from './use-planned-month.ts'

const TONES = { kept: 'green', planned: 'plain', short: 'amber', broken: 'red' } as const satisfies Record<
  DutyOfMonth['state'],
  Tone
>

/** The akim and the deputies: how many receptions of this month and the next are planned and held, and who is short. */
export function DutyStrip({ planned }: { planned: PlannedMonth }) {
  const { t, language } = useWords()
  const { month, officials, work, plan } = planned
  const today = useToday()
  const next = monthAfter(month, 1)
  const later = useMonthState(next)?.state ?? null
  const now = dutyOf(month, work.draft.schedule, officials, plan.profile, today)
  const then = dutyOf(next, later?.draft ?? later?.approved?.schedule ?? null, officials, plan.profile, today)
  if (now.length === 0) return null
  const clause = planClause('monthly', plan.profile)
  return (
    <Card
      title={t('schedule.duty')}
      beside={clause === null ? undefined : <span className="mute">{clauseText(clause, plan.profile, t)}</span>}
    >
      <table className="duty">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('schedule.form.official')}; </span>
              {t('schedule.duty.legend')}
            </th>
            <MonthHead month={month} />
            <MonthHead month={next} />
          </tr>
        </thead>
        <tbody>
          {now.map(line => {
            const after = then.find(one => one.officialId === line.officialId)
            const official = officials.find(one => one.id === line.officialId)
            return (
              <tr key={line.officialId}>
                <th scope="row">{official === undefined ? '' : shortName(official, language)}</th>
                <DutyCell line={line} isKnown />
                {after === undefined ? <td /> : <DutyCell line={after} isKnown={later !== null} />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Card>
  )
}

function MonthHead({ month }: { month: PlainMonth }) {
  const { dates } = useWords()
  return (
    <th scope="col">
      <span aria-hidden="true">{dates.months.name[Number(month.slice(5)) - 1]}</span>
      <span className="unseen">{monthTitle(month, dates)}</span>
    </th>
  )
}

/** `isKnown` false: nothing of the month is drafted yet, which is no breach. */
function DutyCell({ line: { planned, held, state }, isKnown }: { line: DutyOfMonth; isKnown: boolean }) {
  const { t } = useWords()
  if (!isKnown && state === 'short') return <td className="mute">{t('schedule.duty.not_drafted')}</td>
  const isShort = state === 'short' || state === 'broken'
  return (
    <td>
      <Badge tone={TONES[state]}>
        {planned}/{held}
        {isShort ? <span className="unseen"> {t('schedule.duty.short')}</span> : null}
      </Badge>
    </td>
  )
}
