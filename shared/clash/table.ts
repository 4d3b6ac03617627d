import type { ActionType, BodyOf } from '../change/action-types.ts'

/**
 * What an act says of its entity and what it denies. Two acts of desks that did not know of each other cannot both be true where
 * one denies what the other says; the same said twice is no clash unless `twice`.
 * `sets`: both were lawful and the later one stands, but it hid the other. `decides`: only one can have been so.
 * `after`: done by one who had seen both sides, it settles what they said of this.
 */
export interface Saying {
  readonly kind: 'sets' | 'decides'
  readonly says: readonly string[]
  readonly denies: readonly string[]
  readonly twice?: true
  readonly after?: true
}

/** What an act says by its body; null: it only adds, and stands beside anything. */
type Says<T extends ActionType> = Saying | null | ((body: BodyOf<T>) => Saying | null)

/** Says one thing that can be said in one way only. */
const sets = (...about: string[]): Saying => ({ kind: 'sets', says: about, denies: about })
const decides = (...about: string[]): Saying => ({ kind: 'decides', says: about, denies: about })
const twice = (saying: Saying): Saying => ({ ...saying, twice: true })
const saying = (one: Saying, says: readonly string[], denies: readonly string[] = []): Saying => ({
  ...one,
  says: [...one.says, ...says],
  denies: [...one.denies, ...denies],
})

/** What ends or stops the course of an application: no time can be given beside it. */
const ENDS = saying(decides('course'), ['no_time'])
/** What an end that is taken back or undone denies. */
const GONE = (says: string): Saying => ({ kind: 'decides', says: [says], denies: [] })
/** Written while somebody else may have signed or annulled it. */
const TEXT = saying(sets('text'), [], ['gone'])
const SIGNATURE = twice(saying(decides('signature', 'text'), [], ['gone']))
const TURN = decides('turn')
const EITHER = saying(decides('course'), [], ['gone'])

const APPLICATION = {
  'application.imported': null,
  'application.registered': null,
  'application.corrected': sets('registration'),
  'application.eotinish_noted': sets('eotinish'),
  'application.booked': { ...saying(decides('time'), [], ['no_time']), after: true },
  'application.booking_dropped': { ...decides('time'), after: true },
  'application.appointed': sets('receiver'),
  'application.briefed': sets('briefing'),
  'application.received': ENDS,
  'application.reception_undone': decides('course'),
  'application.withdrawn': ENDS,
  'application.reopened': decides('course'),
  'application.completeness_checked': ({ outcome }) =>
    outcome === 'complete' ? decides('completeness') : saying(decides('completeness', 'course'), ['no_time']),
  'application.left': ENDS,
  'application.returned': ENDS,
  'application.competence_decided': ({ outcome }) =>
    outcome === 'forwarded' ? saying(decides('competence', 'course'), ['no_time']) : decides('competence'),
  'application.repeat_decided': ({ earlier }) => sets(`repeat ${earlier}`),
  'application.refused': ENDS,
  'application.refusal_proposed': ENDS,
  'application.refusal_approved': ENDS,
  'application.refusal_declined': decides('course'),
  'application.extended': { ...decides('term'), after: true },
  'application.talon_made': null,
  'application.paper_attached': null,
  /** Two letters of one kind about one thing are one too many until one is annulled. */
  'application.letter_noted': ({ kind, about, outcome }) =>
    outcome === 'signed' ? decides(`letter ${kind} ${about}`) : { ...decides(`letter ${kind} ${about}`), after: true },
} as const satisfies SaysOf<'application'>

const AT_THE_DOOR = {
  'visit.checked_in': null,
  'visit.identity_checked': ({ check }) => sets(`check ${check.member}`),
  'visit.admitted': decides('admission'),
  'visit.called': twice(TURN),
  'visit.call_undone': TURN,
  'visit.started': TURN,
  'visit.missed': TURN,
  'visit.returned': TURN,
  'visit.left': TURN,
  'visit.parked': TURN,
  'visit.forwarded': TURN,
  'visit.served_on_paper': TURN,
  'visit.finished': TURN,
  'visit.finish_undone': TURN,
  /** Whoever calls from a line or takes it over says that it is theirs: two who say so apart are told, in the same words too. */
  'line.called': twice(decides('owner')),
  'line.taken': { ...twice(decides('owner')), after: true },
  'contact.logged': null,
  'contact.detailed': saying(sets('contact'), [], ['gone']),
  'contact.undone': GONE('gone'),
  'day.closed': null,
  /** Who ends a call for help has seen that one and no other. */
  'day.help_called': GONE('danger'),
  'day.help_ended': { kind: 'decides', says: [], denies: ['danger'] },
  'pack.printed': null,
} as const satisfies SaysOf<'visit' | 'line' | 'contact' | 'day' | 'pack'>

const OFFICE = {
  'office.set': sets('office'),
  /** Says nothing of the office's own data. Two that were drawn apart: one is the key of the office, the other desk takes it. */
  'office.key_changed': decides('key'),
  'office.key_given': null,
  'office.key_taken': null,
  'user.added': sets('user'),
  'user.changed': sets('user'),
  'user.suspended': decides('entry'),
  'user.resumed': decides('entry'),
  'desk.opened': null,
  /** Put back and at work again, while others hold that nobody works there any more. Two who retire it say the same. */
  'desk.restored': { kind: 'decides', says: [], denies: ['retired'] },
  'desk.retired': GONE('retired'),
  /** Of two desks with one letter the claim tells; a desk writes of its own letter alone. */
  'desk.lettered': null,
  'official.added': sets('official'),
  'official.changed': sets('official'),
  'import.started': null,
  'import.finished': null,
  'import.undone': null,
  'entry.set': sets('entry'),
  'template.set': sets('template'),
  'calendar.year_set': sets('year'),
  'subject.asked': { kind: 'decides', says: [], denies: ['erased'] },
  'subject.answered': ({ request }) => saying(decides(`answer ${request}`), [], ['erased']),
  'subject.held': saying(decides('held'), [], ['erased']),
  'subject.released': decides('held'),
  'subject.erased': GONE('erased'),
  'audit.anchored': null,
} as const satisfies SaysOf<
  'office' | 'user' | 'desk' | 'official' | 'import' | 'entry' | 'template' | 'calendar' | 'subject' | 'audit'
>

const PAST_TERM = {
  'retention.set': sets('terms'),
  'destruction.confirmed': null,
  'destruction.completed': null,
} as const satisfies SaysOf<'retention' | 'destruction'>

const PLANNING = {
  'schedule.drafted': sets('draft'),
  /** Of two that were approved apart `schedule_twice` tells; a draft that was not seen is gone with it. */
  'schedule.approved': { kind: 'sets', says: [], denies: ['draft'] },
  'schedule.changed': null,
  'schedule.posted': null,
  'reception.list_handed': null,
  'reception.invited': ({ invitations }) => {
    const bodies = invitations.map(({ body }) => body)
    const own = sets(...bodies.map(body => `invited ${body}`))
    return saying(
      own,
      [],
      bodies.flatMap(body => [`answered ${body}`, `reported ${body}`]),
    )
  },
  'reception.answered': ({ answer }) => ({ kind: 'sets', says: [`answered ${answer.body}`], denies: [] }),
  'reception.refusal_reported': ({ report }) => sets(`reported ${report.body}`),
  'reception.prepared': ({ preparation }) => sets(`item ${preparation.item}`),
  'reception.covered': ({ coverage }) => sets(`covered ${coverage.id}`),
  'reception.called_in': ({ calledIn }) => sets(`called_in ${calledIn.id}`),
  'absence.set': saying(sets('absence'), [], ['gone']),
  'absence.undone': GONE('gone'),
  'restriction.set': saying(sets('restriction'), [], ['gone']),
  'restriction.lifted': GONE('gone'),
  'helper.set': sets('helper'),
} as const satisfies SaysOf<'schedule' | 'reception' | 'absence' | 'restriction' | 'helper'>

const PAPERS = {
  'letter.drafted': TEXT,
  'letter.signed': SIGNATURE,
  'letter.printed': null,
  'letter.scanned': null,
  'letter.sent': { kind: 'decides', says: [], denies: ['gone'] },
  'letter.attempted': null,
  'letter.annulled': GONE('gone'),
  'protocol.drafted': TEXT,
  'protocol.signed': SIGNATURE,
  'protocol.printed': null,
  'protocol.scanned': null,
  'protocol.sent': { kind: 'decides', says: [], denies: ['gone'] },
  'protocol.annulled': GONE('gone'),
  'instruction.given': decides('given'),
  'instruction.extended': decides('due'),
  'instruction.reassigned': saying(decides('executor'), [], ['executed']),
  'instruction.interim': null,
  'instruction.reminded': null,
  'instruction.executed': saying(decides('course'), ['executed']),
  'instruction.answered': decides('course'),
  'instruction.returned': decides('course'),
  'instruction.closed': decides('course'),
  'instruction.replaced': decides('course'),
  'report.frozen': twice(decides('version')),
  'report.withdrawn': null,
} as const satisfies SaysOf<'letter' | 'protocol' | 'instruction' | 'report'>

const ASKED_AND_TOLD = {
  'demand.made': null,
  'demand.extended': decides('due'),
  'demand.reminded': null,
  'demand.answered': ({ answer }) =>
    answer.outcome === 'full' ? EITHER : { kind: 'decides', says: [], denies: ['gone'] },
  'demand.returned': decides('course'),
  'demand.withdrawn': saying(decides('course'), ['gone']),
  'feedback.noted': null,
  'feedback.followed_up': saying(decides('followed'), [], ['gone']),
  'feedback.taken_back': GONE('gone'),
  'callcentre.declared': null,
  'callcentre.ended': EITHER,
  'callcentre.interrupted': null,
  'callcentre.rerouted': saying(sets('way'), [], ['gone']),
  'callcentre.restored': EITHER,
  'callcentre.taken_back': GONE('gone'),
  /** Each desk drew a sample of its own: calls of one are nothing in the other's. */
  'survey.opened': twice(saying(decides('sample'), [], ['call'])),
  'survey.attempted': GONE('call'),
  'survey.closed': null,
  'answer.given': null,
} as const satisfies SaysOf<'demand' | 'feedback' | 'callcentre' | 'survey' | 'answer'>

type TypesOf<N extends string> = Extract<ActionType, `${N}.${string}`>
type SaysOf<N extends string> = { readonly [T in TypesOf<N>]: Says<T> }

/** Every act of every noun: what it says of its entity. A new act does not compile without its place here. */
export const TABLE: { readonly [T in Exclude<ActionType, 'clash.settled'>]: Says<T> } = {
  ...APPLICATION,
  ...AT_THE_DOOR,
  ...OFFICE,
  ...PAST_TERM,
  ...PLANNING,
  ...PAPERS,
  ...ASKED_AND_TOLD,
}
