import { z } from 'zod'
import { type ActChecks, CHECK_STATES, type CheckState, countStates } from '../compliance/model.ts'
import { ProfileId } from '../office/model.ts'
import type { Bilingual } from '../official/model.ts'
import { clausesOf } from '../regulation/clauses.ts'
import type { Quarter } from '../time/plain-date.ts'
import { type LineDraft, percentOf, wordsLabel } from './quarterly-line.ts'
import type { ReportLabel, ReportLine } from './quarterly-model.ts'
import { TERM_LABELS } from './texts.ts'

const Count = z.int().nonnegative()

/** How many duties of a clause were kept, broken, or are due yet, in a period: sums of the monitor's records. */
export const ClauseTerms = z.strictObject({
  profile: ProfileId,
  clause: z.string().max(10),
  kept: Count,
  broken: Count,
  due: Count,
})
export type ClauseTerms = z.infer<typeof ClauseTerms>

/** The terms of the quarter of a report and of the same quarter a year before, null where there is nothing to compare with. */
export const QuarterlyTerms = z.strictObject({
  current: z.array(ClauseTerms).max(200),
  previous: z.array(ClauseTerms).max(200).nullable(),
})
export type QuarterlyTerms = z.infer<typeof QuarterlyTerms>

/** The sums of what the monitor found; a clause without a record is not told. */
export function termsOf(acts: readonly ActChecks[]): ClauseTerms[] {
  return acts.flatMap(({ profile, clauses }) =>
    clauses.flatMap(({ clause, records }) =>
      records.length === 0 ? [] : [{ profile, clause, ...countStates(records) }],
    ),
  )
}

/** The terms of periods that follow one another as one: a record is in the period its day lies in, and in no other. */
export function sumTerms(parts: Iterable<readonly ClauseTerms[]>): ClauseTerms[] {
  const sums = new Map<string, ClauseTerms>()
  for (const one of [...parts].flat()) {
    const key = `${one.profile} ${one.clause}`
    const { kept, broken, due } = sums.get(key) ?? { kept: 0, broken: 0, due: 0 }
    sums.set(key, { ...one, kept: kept + one.kept, broken: broken + one.broken, due: due + one.due })
  }
  return [...sums.values()]
}

interface Periods {
  readonly quarter: Quarter
  readonly current: readonly ClauseTerms[]
  readonly previous: readonly ClauseTerms[] | null
}

/** What stands on a line, and of which act and clause; null: of all. */
interface Told {
  readonly label: ReportLabel
  readonly note: Bilingual | null
  readonly act: ProfileId | null
  readonly clause: string | null
}

/** Kept, broken and due of all clauses, then each clause in the order of its act with what became of its duties. */
export function termLines(periods: Periods): LineDraft[] {
  const { current, previous } = periods
  const all = [...current, ...(previous ?? [])]
  if (all.length === 0) return []
  const acts = ProfileId.options.filter(act => all.some(({ profile }) => profile === act))
  const totals = CHECK_STATES.toReversed().map(state =>
    line(periods, { ...ofState(state), note: null, act: null, clause: null }, state, 'total'),
  )
  const ofActs = acts.flatMap(act =>
    clausesOf(act).flatMap(({ clause, says }) => {
      if (!all.some(one => one.profile === act && one.clause === clause)) return []
      const text = { kk: `${clause}. ${says.kk}`, ru: `${clause}. ${says.ru}` }
      const note = acts.length > 1 ? { kk: act, ru: act } : null
      const head = line(periods, { label: { from: 'directory', text }, note, act, clause }, null, 'line')
      const parts = CHECK_STATES.toReversed()
        .map(state => line(periods, { ...ofState(state), note: null, act, clause }, state, 'part'))
        .filter(one => one.current !== 0 || (one.previous ?? 0) !== 0)
      return [head, ...parts]
    }),
  )
  return [...totals, ...ofActs]
}

function ofState(state: CheckState): Pick<Told, 'label'> {
  return { label: wordsLabel(TERM_LABELS[state]) }
}

function line(
  { quarter, current, previous }: Periods,
  { label, note, act, clause }: Told,
  state: CheckState | null,
  level: ReportLine['level'],
): LineDraft {
  const states = state === null ? CHECK_STATES : [state]
  const sumIn = (terms: readonly ClauseTerms[], of: readonly CheckState[]) =>
    terms
      .filter(one => clause === null || (one.profile === act && one.clause === clause))
      .reduce((sum, one) => of.reduce((all, name) => all + one[name], sum), 0)
  const now = sumIn(current, states)
  const before = previous === null ? null : sumIn(previous, states)
  const difference = before === null ? null : now - before
  return {
    key: ['terms', act, clause, state].filter(part => part !== null).join('.'),
    ...{ label, note, level, unit: 'count', current: now, previous: before, difference },
    percent: difference === null || before === null ? null : percentOf(difference, before),
    share: state === null ? null : percentOf(now, sumIn(current, CHECK_STATES)),
    definition: null,
    drill: { act, clause, state, quarter },
  }
}
