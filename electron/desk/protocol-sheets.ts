import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, type EntityId, keyOf } from '#shared/change/action.ts'
import type { ParsedArgsOf, Saved } from '#shared/ipc/contract.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { jointSheet } from '#shared/protocol/joint.ts'
import { type ProtocolSheetData, protocolSheet, slipsOf } from '#shared/protocol/sheet.ts'
import type { ProtocolState } from '#shared/protocol/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { protocolDocx } from '../files/protocol-docx.ts'
import type { Caller } from '../ipc/sender.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { type Actor, intentNow } from './act.ts'
import { protocolOf } from './control-index.ts'
import type { SheetContext } from './letter-sheets.ts'
import { directoriesOf, findOffice, type OpenDesk } from './open-desk.ts'

interface Standing {
  readonly entity: EntityId
  readonly state: ProtocolState
  readonly sheet: ProtocolSheetData
}

/**
 * Makes the sheets of protocols as they stand in the journal, or the slips of their executors, as one file. Signed sheets on
 * paper are counted, all in one flush; a further copy needs its reason. Throws `protocol.needs_reason`, `protocol.no_sheet`,
 * `subject.erased`, `sheet.*`, `save.*`.
 */
export async function printProtocols(
  desk: OpenDesk,
  context: SheetContext,
  { protocols, what, form, reprint }: ParsedArgsOf<'protocol.print'>,
  { actor, caller }: { readonly actor: Actor; readonly caller: Caller },
): Promise<{ saved: Saved; actions: Action[] }> {
  const standing = await Promise.all(protocols.map(entity => standingOf(desk, entity)))
  const isCounted = what === 'protocol' && form === 'pdf'
  const counted = isCounted ? standing.filter(({ state }) => state.signed !== null) : []
  if (reprint === null && counted.some(isPrinted)) throw new ExpectedError('protocol.needs_reason')
  const sheets = what === 'protocol' ? jointly(standing) : standing.map(({ sheet }) => sheet)
  const name = nameOf(what, sheets)
  const saved =
    form === 'pdf'
      ? await context.saveFile(caller, 'pdf', `${name}.pdf`, await context.printSheet(jobOf(what, sheets)))
      : await context.saveFile(caller, 'letter', `${name}.docx`, await protocolDocx(sheets))
  if (saved.state !== 'saved' || counted.length === 0) return { saved, actions: [] }
  return { saved, actions: await record(desk, counted, reprint, actor) }
}

/** One sheet for each, and one for all of a batch. */
function jointly(standing: readonly Standing[]): ProtocolSheetData[] {
  const groups = Map.groupBy(standing, ({ entity, state }) => state.protocol?.batch ?? entity)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [jointSheet([first.sheet, ...others.map(({ sheet }) => sheet)])],
  )
}

function isPrinted({ state: { copies } }: Standing): boolean {
  return copies.kk + copies.ru > 0
}

async function standingOf(desk: OpenDesk, entity: EntityId): Promise<Standing> {
  const { journal, gate } = desk
  const state = await protocolOf(journal, entity)
  const office = await findOffice(desk)
  if (state.protocol === null) throw new ExpectedError('protocol.no_sheet')
  if (office === null) throw new ExpectedError('desk.not_ready')
  const { application } = state.protocol
  const actions = journal.has(application) ? await readableActionsOf(journal, application) : []
  const { registered } = foldApplication(actions, gate.related())
  const sheet = protocolSheet(state, { office, directories: await directoriesOf(desk), registered })
  if (sheet === null) throw new ExpectedError('subject.erased')
  return { entity, state, sheet }
}

function jobOf(what: 'protocol' | 'slips', sheets: readonly ProtocolSheetData[]): SheetJob {
  if (what === 'protocol') return { kind: 'protocols', paper: 'A4', sheets: [...sheets] }
  const slips = sheets.flatMap(slipsOf)
  if (slips.length === 0) throw new ExpectedError('protocol.no_sheet')
  return { kind: 'slips', paper: 'A4', slips }
}

/** By its number, where one was signed; never by anybody's name. */
function nameOf(what: 'protocol' | 'slips', [first, ...more]: readonly ProtocolSheetData[]): string {
  const number = first === undefined || more.length > 0 ? '' : first.number.replaceAll('/', '-')
  return number === '' ? what : `${what}-${number}`
}

/** What was printed was printed, whatever was done with the protocols meanwhile: it is based on what stands now. */
function record(
  { gate, journal }: OpenDesk,
  counted: readonly Standing[],
  reprint: ParsedArgsOf<'protocol.print'>['reprint'],
  actor: Actor,
): Promise<Action[]> {
  return gate.inTurn(actNow =>
    actNow(
      counted.map(one => {
        const body = { language: one.sheet.language, copies: 1, reprint: isPrinted(one) ? reprint : null }
        return { intent: intentNow(journal, 'protocol', keyOf(one.entity), 'protocol.printed', body) }
      }),
      actor,
    ),
  )
}
