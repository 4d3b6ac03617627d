import type { ComplianceFacts, InstructionFact, ProtocolFact } from '#shared/compliance/facts.ts'
import type { Period } from '#shared/compliance/model.ts'
import { casesNamedBy, type KnownCase } from '#shared/instruction/handled.ts'
import type { InstructionState } from '#shared/instruction/transitions.ts'
import { addMonths, type PlainDate } from '#shared/time/plain-date.ts'
import { journalMonth } from './journals/journal-month.ts'
import { monthsBetween } from './months-between.ts'
import type { QueryContext } from './query-context.ts'
import { findState, openRecords, PROTOCOL_UNSENT } from './rows.ts'
import { openStates } from './states.ts'

/** More cases of one matter are not followed. */
const MOST_CASES = 1000

/** Every instruction: a due day may lie long after its application. */
export async function openInstructionFacts({ db, sealer }: QueryContext): Promise<InstructionFact[]> {
  const rows = await db.entities.where('noun').equals('instruction').toArray()
  return (await openStates(sealer, 'instruction', rows)).map(state => ({ id: state.id, state }))
}

/** The applications of instructions of which something lies in a period: they may have been registered long before it. */
export function instructed(instructions: readonly InstructionFact[], { from, to }: Period): string[] {
  const isIn = (day: PlainDate | null | undefined) => day != null && day >= from && day <= to
  return instructions.flatMap(({ state: { instruction, dueOn, executed, closed } }) =>
    instruction !== null && [dueOn, executed?.on, closed?.on].some(isIn) ? [instruction.application] : [],
  )
}

/** The cases that instructions given in a period are judged by (clause 35): their own, those named, and on from case to case. */
export async function openMatters(
  { db, sealer }: QueryContext,
  instructions: readonly InstructionFact[],
  { from, to }: Period,
): Promise<ComplianceFacts['matters']> {
  const matters = new Map<string, KnownCase>()
  const given = instructions.filter(({ state }) => state.assigned.some(({ on }) => on >= from && on <= to))
  const byCase = Map.groupBy(instructions, ({ state }) => state.instruction?.application as string | undefined)
  const asked = given.flatMap(({ state: { instruction } }) =>
    instruction === null ? [] : [instruction.application, ...instruction.earlier],
  )
  for (let open = new Set<string>(asked); open.size > 0 && matters.size < MOST_CASES + asked.length; ) {
    const stored = (await db.applications.bulkGet([...open])).flatMap(row => row ?? [])
    const found = (await openRecords(sealer, stored)).flatMap((record): KnownCase[] => {
      const application = findState('application', record)
      const of: readonly InstructionState[] = (byCase.get(record.id) ?? []).map(({ state }) => state)
      return application === null ? [] : [{ id: record.id, application, instructions: of }]
    })
    for (const one of found) matters.set(one.id, one)
    open = new Set(found.flatMap(one => casesNamedBy(one.application)).filter(id => !matters.has(id)))
  }
  return matters
}

/** The protocols signed of receptions of a period and shortly before it, and those that have not gone out. */
export async function openProtocols({ db, sealer }: QueryContext, { from, to }: Period): Promise<ProtocolFact[]> {
  const months = monthsBetween(addMonths(from, -1), to)
  const texts = [PROTOCOL_UNSENT, ...months.map(month => journalMonth('protocols', month))]
  const tags = await Promise.all(texts.map(one => sealer.tag(one)))
  const rows = await db.entities.where('tags').anyOf(tags).distinct().toArray()
  return (await openStates(sealer, 'protocol', rows)).map(state => ({ id: state.id, state }))
}
