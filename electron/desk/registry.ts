import type { DeskServices } from '../ipc/services.ts'
import type { Actor } from './act.ts'
import { logContact } from './contacts.ts'
import { closeDay } from './day.ts'
import { printLetter, type SheetContext } from './letter-sheets.ts'
import { annulLetter, outgoingNumbers, signLetter } from './letters.ts'
import type { OpenDesk } from './open-desk.ts'
import { enterPaper, printPack, servePaper } from './packs.ts'
import { correct, register, registrationSeries } from './registrations.ts'
import { checkIn, finish, finishUndo, openVisits } from './visits.ts'

export type Registry = Pick<
  DeskServices,
  | 'application.register'
  | 'application.correct'
  | 'visit.checkIn'
  | 'visit.finish'
  | 'visit.finishUndo'
  | 'pack.print'
  | 'paper.enter'
  | 'paper.serve'
  | 'day.close'
  | 'contact.log'
  | 'letter.sign'
  | 'letter.annul'
  | 'letter.print'
>

export interface RegistrySurroundings {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  /** Tells the pages that the journal has moved. */
  readonly moved: () => void
  readonly dropDraft: (name: string) => Promise<void>
  readonly sheets: SheetContext
}

/** Registrations, visits, papers, the day, contacts and letters: what main numbers, or appends more than one of. */
export function registryServices({ desk, actor, moved, dropDraft, sheets }: RegistrySurroundings): Registry {
  const registrations = onOpenDesk(registrationSeries)
  const visits = onOpenDesk(openVisits)
  const outgoing = onOpenDesk(outgoingNumbers)

  /** Made once the desk is open, and kept while it is. */
  function onOpenDesk<T>(open: (journal: OpenDesk['journal']) => T): () => T {
    let made: T | null = null
    return () => {
      made ??= open(desk().journal)
      return made
    }
  }

  async function told<T>(work: Promise<T>): Promise<T> {
    const value = await work
    moved()
    return value
  }

  return {
    async 'application.register'(asked) {
      const answer = await told(register(desk(), registrations(), asked, actor()))
      // What is registered stands: a draft that stays behind is no reason to say otherwise.
      if (asked.draft !== null) await dropDraft(asked.draft).catch(error => desk().reportBug(error))
      return answer
    },
    'application.correct': async asked => ({ action: await told(correct(desk(), asked, actor())) }),
    'visit.checkIn': async asked => ({ action: await told(checkIn(desk(), visits(), asked, actor())) }),
    'visit.finish': asked => told(finish(desk(), asked, actor())),
    'visit.finishUndo': async asked => ({ action: await told(finishUndo(desk(), asked, actor())) }),
    'pack.print': asked => told(printPack(desk(), asked, actor())),
    async 'paper.enter'(asked) {
      const numbered = { registrations: registrations(), visits: visits() }
      // What was entered before it was refused stands, and lists show it.
      const answer = await enterPaper(desk(), numbered, asked, actor()).finally(moved)
      if (asked.draft !== null) await dropDraft(asked.draft).catch(error => desk().reportBug(error))
      return answer
    },
    'paper.serve': async asked => ({ action: await told(servePaper(desk(), asked, actor())) }),
    'day.close': async asked => ({ action: await told(closeDay(desk(), registrations(), asked, actor())) }),
    'letter.sign': asked => told(signLetter(desk(), outgoing(), asked, actor())),
    'letter.annul': async asked => ({ action: await told(annulLetter(desk(), asked, actor())) }),
    async 'letter.print'(asked, caller) {
      const made = await printLetter(desk(), sheets, asked, { actor: actor(), caller })
      if (made.action !== null) moved()
      return made
    },
    'contact.log': async asked => ({ action: await told(logContact(desk(), asked, actor())) }),
  }
}
