import type { Looked } from '#shared/application/findings.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { EntityId } from '#shared/change/action.ts'
import type { ArgsOf } from '#shared/ipc/contract.ts'
import { type FilledTalon, faultsOfPaper, type HeldOnPaper } from '#shared/pack/entry.ts'
import type { PrintedPack } from '#shared/pack/transitions.ts'
import { isOutOfTurn } from '#shared/visit/out-of-turn.ts'
import { typedDate } from '../../components/typed-date.ts'
import { typedTime } from '../../components/typed-time.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { valuesOf } from '../register/register-values.ts'
import { type EntryChecks, entryChecks } from './entry-checks.ts'
import {
  type EntryField,
  type EntryForm,
  FIELD_OF_FINDING,
  FIELD_OF_PAPER,
  type HeldForm,
  registerFormOf,
  typedSerial,
} from './entry-form.ts'

export interface EntryFault {
  readonly field: EntryField
  /** `finding.<code>` or a sentence of its own. */
  readonly key: LocaleKey | `finding.${string}`
}

export type Asked = ArgsOf<'paper.enter'>

/** What is sent once nothing is wrong; else what is, by the form's own fields. */
export interface EntryValues extends Pick<EntryChecks, 'people' | 'standing'> {
  readonly faults: readonly EntryFault[]
  readonly asked: Asked | null
}

/** With what a line is looked at: the desk's packs and clock, and the application where one was chosen. */
export interface Around {
  readonly packs: readonly PrintedPack[]
  readonly looked: Looked
  readonly registered: Registered | null
  readonly used: ReadonlySet<number>
  /** Whether who enters it is the lead, whose word the admission is. */
  readonly mayAdmit: boolean
}

const PAPER_WORDS = {
  no_pack: 'error.paper.no_pack',
  later: 'error.paper.later',
  before_pack: 'error.paper.before_pack',
  started_before: 'error.paper.started_before',
  finished_before: 'error.paper.finished_before',
  ends_later: 'error.paper.ends_later',
} as const

/** A line of the register as it would be entered. Pure. */
export function entryOf(form: EntryForm, around: Around): EntryValues {
  const talon = talonOf(form)
  const held = form.isHeld ? heldOf(form.held) : null
  const { checks, admitted, people, standing, faults: checkFaults } = entryChecks(form, around)
  const who = whoOf(form, around)
  const faults = [
    ...talon.faults,
    ...who.faults,
    ...checkFaults,
    ...(held?.faults ?? []),
    ...(talon.value === null ? [] : paperFaults(talon.value, held?.value ?? null, around)),
  ]
  if (faults.length > 0 || talon.value === null || who.value === null) return { faults, asked: null, people, standing }
  const { request, official } = form
  const asked: Asked = {
    request,
    talon: talon.value,
    who: who.value,
    officialId: official === '' ? null : official,
    outOfTurn: isOutOfTurn(around.registered),
    checks: [...checks],
    admitted,
    held: held?.value ?? null,
    draft: null,
  }
  return { faults, asked, people, standing }
}

/** A reception as it would be entered, and what is missing of it. */
export function heldOf(form: HeldForm): { value: HeldOnPaper | null; faults: EntryFault[] } {
  const startedAt = typedTime(form.started)
  const finishedAt = typedTime(form.finished)
  const room = form.room.trim()
  const faults: EntryFault[] = []
  if (room === '') faults.push({ field: 'room', key: 'paper.fault.room' })
  if (startedAt === null) faults.push({ field: 'started', key: 'finding.time_unreadable' })
  if (finishedAt === null) faults.push({ field: 'finished', key: 'finding.time_unreadable' })
  if (form.result === '') faults.push({ field: 'result', key: 'reception.result.missing' })
  if (startedAt === null || finishedAt === null || form.result === '' || room === '') return { value: null, faults }
  return { value: { startedAt, finishedAt, room, result: form.result }, faults }
}

function talonOf(form: EntryForm): { value: FilledTalon | null; faults: EntryFault[] } {
  const [serial, day, at] = [typedSerial(form.serial), typedDate(form.day), typedTime(form.came)]
  const faults: EntryFault[] = []
  if (serial === null) faults.push({ field: 'serial', key: 'paper.fault.serial' })
  if (day === null) faults.push({ field: 'day', key: 'finding.date_unreadable' })
  if (at === null) faults.push({ field: 'came', key: 'finding.time_unreadable' })
  return { value: serial === null || day === null || at === null ? null : { serial, day, at }, faults }
}

function paperFaults(talon: FilledTalon, held: HeldOnPaper | null, { packs, looked, used }: Around): EntryFault[] {
  const faults: EntryFault[] = faultsOfPaper(talon, held, packs, looked.now).map(({ field, code }) => ({
    field: FIELD_OF_PAPER[field],
    key: PAPER_WORDS[code],
  }))
  if (used.has(talon.serial)) faults.push({ field: 'serial', key: 'paper.fault.used' })
  return faults
}

function whoOf(form: EntryForm, { looked }: Around): { value: Asked['who'] | null; faults: EntryFault[] } {
  if (form.isKnown) {
    const application = EntityId.safeParse(form.application)
    return application.success
      ? { value: { kind: 'application', application: application.data }, faults: [] }
      : { value: null, faults: [{ field: 'application', key: 'paper.fault.application' }] }
  }
  const { registration, personal, findings } = valuesOf(registerFormOf(form), [], looked)
  const faults = findings
    .filter(({ level, field }) => level !== 'warn' && !isOfTalon(field, form))
    .map(({ field, code }): EntryFault => ({ field: FIELD_OF_FINDING[field] ?? 'surname', key: `finding.${code}` }))
  return { value: { kind: 'new', registration, personal }, faults }
}

/** What the talon itself tells already is not told twice. */
function isOfTalon(field: string, { day, came }: EntryForm): boolean {
  return (field === 'lateOn' && typedDate(day) === null) || (field === 'lateAt' && typedTime(came) === null)
}
