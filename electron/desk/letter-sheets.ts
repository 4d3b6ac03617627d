import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, type EntityId, keyOf } from '#shared/change/action.ts'
import type { ParsedArgsOf, Saved } from '#shared/ipc/contract.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { type LetterSheetData, letterSheet } from '#shared/letter/sheet.ts'
import { foldLetter, type LetterState } from '#shared/letter/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { letterDocx } from '../files/letter-docx.ts'
import type { Caller } from '../ipc/sender.ts'
import type { ServiceContext } from '../ipc/services.ts'
import { type Actor, intentNow } from './act.ts'
import { actionsOf } from './letters.ts'
import { findOffice, type OpenDesk } from './open-desk.ts'
import { demanded } from './registrations.ts'

/** What sheets of letters take of the program. */
export type SheetContext = Pick<ServiceContext, 'printSheet' | 'saveFile'>

/**
 * Makes a sheet of a letter as it stands in the journal, and nowhere else: on paper as a PDF, or for Word. A final sheet on
 * paper is counted; a further one needs its reason. Throws `letter.needs_reason`, `subject.erased`, `sheet.*`, `save.*`.
 */
export async function printLetter(
  desk: OpenDesk,
  context: SheetContext,
  { letter: entity, language, form, reprint }: ParsedArgsOf<'letter.print'>,
  { actor, caller }: { readonly actor: Actor; readonly caller: Caller },
): Promise<{ saved: Saved; action: Action | null }> {
  const state = foldLetter(await actionsOf(desk.journal, entity))
  const isFinal = form === 'pdf' && state.signed !== null
  if (isFinal && state.copies[language] > 0 && reprint === null) throw new ExpectedError('letter.needs_reason')
  const data = await sheetOf(desk, state, language)
  const name = `${state.signed === null ? 'letter' : outgoingText(state.signed.number).replaceAll('/', '-')}-${language}`
  const saved =
    form === 'pdf'
      ? await context.saveFile(
          caller,
          'pdf',
          `${name}.pdf`,
          await context.printSheet({ kind: 'letter', paper: 'A4', data }),
        )
      : await context.saveFile(caller, 'letter', `${name}.docx`, await letterDocx(data))
  if (!isFinal || saved.state !== 'saved') return { saved, action: null }
  const reason = state.copies[language] > 0 ? reprint : null
  return { saved, action: await record(desk, entity, { language, copies: 1, reprint: reason }, actor) }
}

async function sheetOf(desk: OpenDesk, state: LetterState, language: 'kk' | 'ru'): Promise<LetterSheetData> {
  const { letter } = state
  if (letter === null || !letter.languages.includes(language)) throw new ExpectedError('letter.no_sheet')
  const office = await findOffice(desk)
  if (office === null) throw new ExpectedError('desk.not_ready')
  const { registered } =
    letter.application === null
      ? { registered: null }
      : foldApplication(await actionsOf(desk.journal, letter.application), desk.gate.related())
  const sheet = letterSheet(state, language, office, registered)
  if (sheet === null) throw new ExpectedError('subject.erased')
  return sheet
}

/** What was printed was printed, whatever was done with the letter meanwhile: it is based on what stands now. */
async function record(
  { gate, journal }: OpenDesk,
  entity: EntityId,
  body: Record<string, unknown>,
  actor: Actor,
): Promise<Action> {
  const [action] = await gate.inTurn(actNow =>
    actNow([{ intent: intentNow(journal, 'letter', keyOf(entity), 'letter.printed', body) }], actor),
  )
  return demanded(action)
}
