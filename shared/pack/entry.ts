import { z } from 'zod'
import { ReceptionResult } from '../application/model.ts'
import type { Moment } from '../application/working-time.ts'
import { officeDate, officeTime } from '../time/office-time.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'
import { lacksPowers, peopleToCheck, stoppedBy } from '../visit/identity.ts'
import type { CheckIn, IdentityCheck } from '../visit/model.ts'
import { FIRST_ON_PAPER, LAST_ON_PAPER } from './model.ts'
import type { PrintedPack } from './transitions.ts'

/** What a blank talon says once it was filled in: its number, the day, and when the person came. */
export const FilledTalon = z.strictObject({
  serial: z.int().min(FIRST_ON_PAPER).max(LAST_ON_PAPER),
  day: PlainDate,
  at: PlainTime,
})
export type FilledTalon = z.infer<typeof FilledTalon>

/** A reception as the register sheet has it, in wall times of its day. */
export const HeldOnPaper = z.strictObject({
  startedAt: PlainTime,
  finishedAt: PlainTime,
  room: z.string().trim().min(1).max(40),
  result: ReceptionResult,
})
export type HeldOnPaper = z.infer<typeof HeldOnPaper>

/** What keeps a talon from being entered: the field, and the code of `error.paper.<code>`. */
export interface PaperFault {
  readonly field: 'serial' | 'at' | 'startedAt' | 'finishedAt'
  readonly code: 'no_pack' | 'later' | 'before_pack' | 'started_before' | 'finished_before' | 'ends_later'
}

type Printed = Pick<PrintedPack, 'from' | 'to' | 'at'>

/** Whether a serial was ever printed at this desk. */
export function isPrinted(serial: number, packs: readonly Printed[]): boolean {
  return packs.some(({ from, to }) => from <= serial && serial <= to)
}

/**
 * What is wrong with a filled-in talon and its line of the register, by the desk's packs and its clock: a number of no pack,
 * a time to come or before the number was printed, an end before the beginning. Serials begin anew after the last, so that any
 * pack that holds the number and was there will do.
 */
export function faultsOfPaper(
  { serial, day, at }: FilledTalon,
  held: Pick<HeldOnPaper, 'startedAt' | 'finishedAt'> | null,
  packs: readonly Printed[],
  now: Moment,
): PaperFault[] {
  const faults: PaperFault[] = []
  const isToCome = (time: PlainTime) => day > now.on || (day === now.on && time > now.at)
  if (!isPrinted(serial, packs)) faults.push({ field: 'serial', code: 'no_pack' })
  else if (!packs.some(pack => isPrinted(serial, [pack]) && wasThere(pack, { on: day, at }))) {
    faults.push({ field: 'at', code: 'before_pack' })
  }
  if (isToCome(at)) faults.push({ field: 'at', code: 'later' })
  if (held === null) return faults
  if (held.startedAt < at) faults.push({ field: 'startedAt', code: 'started_before' })
  if (held.finishedAt < held.startedAt) faults.push({ field: 'finishedAt', code: 'finished_before' })
  else if (isToCome(held.finishedAt)) faults.push({ field: 'finishedAt', code: 'ends_later' })
  return faults
}

/**
 * Where the checks of the sheet leave who came: `passed` is let in, `lead` only by the lead's written admission; of `no` somebody
 * is not checked, or powers are lacking, and nobody lets them in.
 */
export function standingOnPaper(
  checks: readonly IdentityCheck[],
  { members }: Pick<CheckIn, 'members'>,
): 'passed' | 'lead' | 'no' {
  const isWhole = peopleToCheck(members).every(person => checks.some(({ member }) => member === person))
  if (!isWhole || checks.some(lacksPowers)) return 'no'
  return checks.some(check => stoppedBy(check).length > 0) ? 'lead' : 'passed'
}

/** People beside the applicant of a registered delegation (`Registration.delegation`); 0: the applicant alone. */
export function membersOf(delegation: number | null): number {
  return delegation === null ? 0 : delegation - 1
}

/** The number to be entered next: the first of the newest pack that holds `after` (or of the newest) that is not used; null: none. */
export function nextToEnter(packs: readonly Printed[], used: ReadonlySet<number>, after: number | null): number | null {
  const own = after === null ? packs.at(-1) : packs.findLast(pack => isPrinted(after, [pack]))
  if (own === undefined) return null
  for (let serial = after === null ? own.from : after + 1; serial <= own.to; serial++) {
    if (!used.has(serial)) return serial
  }
  return null
}

function wasThere({ at }: Printed, came: Moment): boolean {
  const printed = Date.parse(at)
  const on = officeDate(printed)
  return came.on > on || (came.on === on && came.at >= officeTime(printed))
}
