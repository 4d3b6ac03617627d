import path from 'node:path'
import { readNumberTable } from '#shared/eotinish/number-table.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import { TABLE_LIMITS } from '../files/table/limits.ts'
import { readTable, type SpawnTableWorker } from '../files/table/read-table.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import type { Act, Actor } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded } from './registrations.ts'
import { subjectOfEntity } from './subjects.ts'

export interface EotinishSurroundings {
  readonly context: Pick<ServiceContext, 'chooseTable'>
  readonly spawn: SpawnTableWorker
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  /** Tells the pages that the journal has moved. */
  readonly moved: () => void
}

/** Lists of numbers from e-Otinish (clause 25): read as a dry run, noted in one append. */
export function eotinishServices({
  context,
  spawn,
  desk,
  actor,
  moved,
}: EotinishSurroundings): Pick<DeskServices, 'eotinish.choose' | 'eotinish.note'> {
  return {
    'eotinish.choose': async (_nothing, caller) => {
      const file = await context.chooseTable(caller)
      return { file: file === null ? null : { name: path.basename(file), ...(await readNumbers(file, spawn)) } }
    },
    async 'eotinish.note'({ notes }) {
      const done = await noteNumbers(desk(), notes, actor())
      moved()
      return done
    },
  }
}

/** The list of numbers in a file. Throws `table.*`, `eotinish.no_columns`. */
export async function readNumbers(
  file: string,
  spawn: SpawnTableWorker,
): Promise<Omit<NonNullable<ResultOf<'eotinish.choose'>['file']>, 'name'>> {
  const { sheets } = unwrap(await readTable({ path: file }, spawn, TABLE_LIMITS))
  for (const { rows } of sheets) {
    const read = readNumberTable(rows)
    if (read.ok) return { rows: [...read.value.rows], unread: [...read.value.unread] }
  }
  throw new ExpectedError('eotinish.no_columns')
}

/**
 * Notes many numbers at once: all of them or none. Each is based on what the page saw. Throws `change.*`, and
 * `eotinish.erased` where somebody's data is gone meanwhile.
 */
export async function noteNumbers(
  desk: OpenDesk,
  notes: ParsedArgsOf<'eotinish.note'>['notes'],
  actor: Actor,
): Promise<ResultOf<'eotinish.note'>> {
  if (new Set(notes.map(({ entity }) => entity)).size < notes.length) throw new ExpectedError('change.conflict')
  const actions = await desk.gate.inTurn(async actNow => {
    const acts: Act[] = []
    for (const { entity, basedOn, eotinish } of notes) {
      const subject = await subjectOfEntity(desk, entity)
      if (subject === null) throw new ExpectedError('eotinish.erased')
      const intent = { entity, type: 'application.eotinish_noted', basedOn, body: {} }
      acts.push({ intent, personal: { subject, value: { eotinish } } })
    }
    return actNow(acts, actor)
  })
  return { count: actions.length, last: demanded(actions.at(-1)).id }
}
