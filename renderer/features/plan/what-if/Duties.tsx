import type { BrokenDuty } from '#shared/plan/duties.ts'
import { newlyBroken } from '#shared/plan/duties.ts'
import type { WhatIf } from '#shared/plan/what-if.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import { officialName } from '../../../components/official-name.ts'
import { WhyDate } from '../../../components/WhyDate.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { SHOWN } from '../people/Appointed.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { dutyCounts, termOfDuty } from './duty-lines.ts'
import { More } from './More.tsx'
import { useTitleOf } from './use-title-of.ts'

/** Each duty: how often it is broken now, by the hypothesis, and still after the repair. */
export function DutyTable({ found }: { found: WhatIf }) {
  const { t } = useWords()
  return (
    <div className="duty-box">
      <table className="duty-table">
        <thead>
          <tr>
            <th scope="col">{t('what_if.duty')}</th>
            <th scope="col">{t('what_if.now')}</th>
            <th scope="col">{t('what_if.then')}</th>
            <th scope="col">{t('what_if.left')}</th>
          </tr>
        </thead>
        <tbody>
          {dutyCounts(found).map(({ duty, now, broken, left }) => (
            <tr key={duty}>
              <th scope="row">{t(`plan.duty.${duty}`)}</th>
              <td>{now}</td>
              <td data-bad={broken > 0}>{broken}</td>
              <td data-bad={left > 0}>{left}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface Shown {
  readonly known: PlanKnown
  readonly found: WhatIf
}

/** What the hypothesis breaks, one by one, with clause and last day: what stays broken first, then what the repair mends. */
export function BrokenLines({ known, found }: Shown) {
  const { broken, left } = found
  const mended = newlyBroken(left, broken)
  const all = [...left.map(one => ({ one, stays: true })), ...mended.map(one => ({ one, stays: false }))]
  return (
    <>
      <ul className="rows">
        {all.slice(0, SHOWN).map(({ one, stays }) => (
          <BrokenLine key={keyOf(one)} {...{ known, found, one, stays }} />
        ))}
      </ul>
      <More hidden={Math.max(0, all.length - SHOWN)} />
    </>
  )
}

function keyOf({ duty, application, reception, officialId, month }: BrokenDuty): string {
  return [duty, application, reception, officialId, month].join(' ')
}

function BrokenLine({ known, found, one, stays }: Shown & { one: BrokenDuty; stays: boolean }) {
  const { t, dates, language } = useWords()
  const titleOf = useTitleOf(known)
  const { duty, clause, by, application, officialId, month } = one
  const person = found.plan.people.find(each => each.application === application)
  const moved = stays ? movedBooking(found, application) : null
  const term = termOfDuty(one, person && moved ? { ...person, booking: moved } : person, known.plan)
  const official = known.plan.officials.find(({ id }) => id === officialId)
  const profile = person?.profile ?? known.plan.profile
  return (
    <li>
      <span className="grow">
        <b>
          {application !== null ? titleOf(application) : null}
          {official === undefined ? null : officialName(official, language)}
          {month === null ? null : `, ${monthTitle(month, dates)}`}
        </b>
        <span className="plan-facts">
          <span>{t(`plan.duty.${duty}`)}</span>
          {clause === null ? null : <span>{clauseText(clause, profile, t)}</span>}
          {by === null ? null : term === null ? <span>{screenDate(by, dates)}</span> : <WhyDate term={term} />}
        </span>
      </span>
      <Badge tone={stays ? 'red' : 'green'}>{t(stays ? 'what_if.stays' : 'what_if.mended')}</Badge>
    </li>
  )
}

/** Where the repair puts somebody. */
function movedBooking({ repair: { moves, fills } }: WhatIf, application: BrokenDuty['application']) {
  const move = moves.find(({ person }) => person.application === application)?.offer.booking
  return move ?? fills.find(({ person }) => person.application === application)?.booking ?? null
}
