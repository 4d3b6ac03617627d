import type { DeskState } from '#electron/desk/desk-state.ts'
import { registryServices } from '#electron/desk/registry.ts'
import type { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import type { Action, SubjectId } from '#shared/change/action.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'

/** The page that asks; the registry looks at nothing of it. */
const CALLER = { window: 1, page: 'desk', load: 1 } as const

export const REGISTRATION: Registration = {
  channel: 'oral',
  language: 'kk',
  topic: null,
  subtopic: null,
  district: null,
  officialId: null,
  applicant: 'citizen',
  noIin: 'not_at_hand',
  needs: [],
  delegation: null,
  represented: false,
  sameDay: false,
  consent: 'code',
  catchUp: null,
  asOf: null,
  atReception: null,
  findings: [],
}

export const PERSONAL: RegistrationPersonal = {
  surname: 'Қанарейқызы',
  given: 'Әсел',
  patronymic: '',
  iin: '',
  organisation: '',
  bin: '',
  position: '',
  phone: '+77015550123',
  address: '',
  country: '',
  category: null,
  proofSeen: false,
  essence: 'Көше жарығын жөндеуді сұраймын',
  eotinish: '',
  interpreterLanguage: '',
  members: [],
  principal: null,
  powers: null,
  papers: [],
}

/** A press of a button, told apart by its number. */
export function press(number: number): string {
  return `p${String(number).padStart(15, '0')}`
}

/** What a form gives that is filled in as it should be. */
export function form(number: number, change: Partial<ParsedArgsOf<'application.register'>> = {}) {
  return {
    request: press(number),
    registration: REGISTRATION,
    personal: PERSONAL,
    subject: null,
    draft: null,
    ...change,
  }
}

async function noSheet(): Promise<never> {
  throw new Error('no sheet here')
}

/** The registry of a desk, as its pages call it. */
export interface RegisterRig {
  readonly dropped: string[]
  readonly moves: () => number
  register(asked: ParsedArgsOf<'application.register'>): Promise<ResultOf<'application.register'>>
  correct(asked: ParsedArgsOf<'application.correct'>): Promise<Action>
  checkIn(asked: ParsedArgsOf<'visit.checkIn'>): Promise<Action>
  finish(asked: ParsedArgsOf<'visit.finish'>): Promise<ResultOf<'visit.finish'>>
  finishUndo(asked: ParsedArgsOf<'visit.finishUndo'>): Promise<Action>
  printPack(asked: ParsedArgsOf<'pack.print'>): Promise<ResultOf<'pack.print'>>
  enterPaper(asked: ParsedArgsOf<'paper.enter'>): Promise<ResultOf<'paper.enter'>>
  servePaper(asked: ParsedArgsOf<'paper.serve'>): Promise<Action>
  closeDay(asked: ParsedArgsOf<'day.close'>): Promise<Action>
  logContact(asked: ParsedArgsOf<'contact.log'>): Promise<Action>
}

export function registerRig(
  { state }: { readonly state: Pick<DeskState, 'desk' | 'actor'> },
  dropDraft: (name: string) => Promise<void> = async () => undefined,
): RegisterRig {
  const dropped: string[] = []
  let moves = 0
  const services = registryServices({
    desk: () => state.desk(),
    // Asked anew each time: a test turns the clock.
    actor: () => state.actor(),
    moved: () => {
      moves += 1
    },
    async dropDraft(name) {
      await dropDraft(name)
      dropped.push(name)
    },
    // No sheet is printed here.
    sheets: { printSheet: noSheet, saveFile: noSheet },
  })
  const actionOf = async (answer: Promise<{ action: Action }>) => (await answer).action
  return {
    dropped,
    moves: () => moves,
    register: asked => services['application.register'](asked, CALLER),
    correct: asked => actionOf(services['application.correct'](asked, CALLER)),
    checkIn: asked => actionOf(services['visit.checkIn'](asked, CALLER)),
    finish: asked => services['visit.finish'](asked, CALLER),
    finishUndo: asked => actionOf(services['visit.finishUndo'](asked, CALLER)),
    printPack: asked => services['pack.print'](asked, CALLER),
    enterPaper: asked => services['paper.enter'](asked, CALLER),
    servePaper: asked => actionOf(services['paper.serve'](asked, CALLER)),
    closeDay: asked => actionOf(services['day.close'](asked, CALLER)),
    logContact: asked => actionOf(services['contact.log'](asked, CALLER)),
  }
}

export function subjectOf(action: Action): SubjectId | undefined {
  return action.personal?.subject
}
