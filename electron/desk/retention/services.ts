import type { SubjectId } from '#shared/change/action.ts'
import { destructionSheet } from '#shared/destruction/sheet.ts'
import { foldDestruction } from '#shared/destruction/transitions.ts'
import type { ParsedArgsOf, ResultOf, Saved } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { destructionDocx } from '../../files/destruction-docx.ts'
import type { Caller } from '../../ipc/sender.ts'
import type { DeskServices, ServiceContext } from '../../ipc/services.ts'
import { readableActionsOf } from '../../journal/readable.ts'
import type { Actor } from '../act.ts'
import type { ErasingNow } from '../erase.ts'
import { inTurn } from '../in-turn.ts'
import type { KeptDrafts } from '../kept-drafts.ts'
import { findOffice, type OpenDesk } from '../open-desk.ts'
import { confirmDestruction, type DestroyParts, finishDestruction, termsOf, toldOf, unfinished } from './destroy.ts'
import { RetentionLedger } from './ledger.ts'
import { judgedAll, previewOf } from './preview.ts'

export interface RetentionSurroundings {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  readonly moved: () => void
  readonly drafts: Pick<KeptDrafts, 'dropNaming'>
  readonly files: readonly { removeOf(people: readonly SubjectId[]): Promise<void> }[]
  /** Whoever fills a store waits while keys go. */
  readonly erasing: ErasingNow
  /** Takes who was erased out of the copies, behind the answer. */
  readonly settleCopies: () => void
  readonly context: Pick<ServiceContext, 'printSheet' | 'saveFile'>
}

/** The retention job of a desk. */
export interface Retention {
  readonly services: Pick<DeskServices, 'retention.preview' | 'retention.destroy' | 'retention.print'>
  /** Carries to its end what a kill cut short. Once a run. */
  sweep(): Promise<void>
}

/** Looks through who is past the office's terms, and destroys them by an act (ADR 30). */
export function createRetention(around: RetentionSurroundings): Retention {
  const { desk, actor, moved, erasing, context } = around
  const serially = inTurn()
  let ledger: { readonly of: OpenDesk; readonly ledger: RetentionLedger } | null = null

  function ledgerOf(open: OpenDesk): RetentionLedger {
    if (ledger?.of !== open) ledger = { of: open, ledger: new RetentionLedger(open) }
    return ledger.ledger
  }

  function partsOf(): DestroyParts {
    const open = desk()
    return { desk: open, ledger: ledgerOf(open), drafts: around.drafts, files: around.files }
  }

  async function preview(): Promise<ResultOf<'retention.preview'>> {
    const { desk: open, ledger: known } = partsOf()
    await known.refresh()
    const { date: today } = actor()
    const { terms, basedOn } = await termsOf(open)
    return previewOf(open, judgedAll(known.entries(), terms, today), { terms, basedOn, today })
  }

  async function destroy(asked: ParsedArgsOf<'retention.destroy'>): Promise<ResultOf<'retention.destroy'>> {
    const parts = partsOf()
    const act = await confirmDestruction(parts, asked, actor())
    try {
      await finishDestruction(parts, act, actor())
    } finally {
      moved()
      around.settleCopies()
    }
    return toldOf(parts.desk, act)
  }

  return {
    services: {
      'retention.preview': () => serially(preview),
      'retention.destroy': asked => serially(() => erasing.during(() => destroy(asked))),
      'retention.print': async (asked, caller) => ({ saved: await printAct(desk(), context, asked, caller) }),
    },
    sweep: () =>
      serially(async () => {
        const parts = partsOf()
        const left = await unfinished(parts.desk)
        for (const act of left) await finishDestruction(parts, act, actor())
        if (left.length > 0) moved()
      }),
  }
}

async function printAct(
  desk: OpenDesk,
  context: RetentionSurroundings['context'],
  { act, language, form }: ParsedArgsOf<'retention.print'>,
  caller: Caller,
): Promise<Saved> {
  const office = await findOffice(desk)
  const actions = desk.journal.has(act) ? await readableActionsOf(desk.journal, act) : []
  const data = office === null ? null : destructionSheet(foldDestruction(actions), office.name, language)
  if (data === null) throw new ExpectedError('retention.no_act')
  const name = `act-${data.number.replaceAll('/', '-')}-${language}`
  if (form === 'docx') return context.saveFile(caller, 'letter', `${name}.docx`, await destructionDocx(data))
  const pdf = await context.printSheet({ kind: 'destruction', paper: 'A4', data })
  return context.saveFile(caller, 'pdf', `${name}.pdf`, pdf)
}
