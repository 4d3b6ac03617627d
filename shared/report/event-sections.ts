import { type Official, OfficialCategory } from '../official/model.ts'
import { LEAST_TOLD } from '../survey/model.ts'
import { fromEpochDay, type Quarter, rangeOfQuarter, toEpochDay } from '../time/plain-date.ts'
import type { Measure } from './contribution.ts'
import { figureOf, partOf } from './day-figures.ts'
import { type EventPeriods, type EventRule, eventLine, isTold, meanOf, medianOf } from './event-line.ts'
import { type LineDraft, wordsLabel } from './quarterly-line.ts'
import { nameOf } from './quarterly-lines.ts'
import { EVENT_LABELS, LINE_LABELS, type SectionId } from './texts.ts'

type Rule = Omit<EventRule, 'key' | 'label'>
type Rules = readonly (readonly [keyof typeof EVENT_LABELS, Rule])[]

const SATISFIED = { measure: 'survey_answer', part: ['result', 'satisfied'] } as const satisfies Rule

/** Who came, how many of them, and how. */
const PEOPLE: Rules = [
  ['citizen', { measure: 'registered', part: ['applicant', 'citizen'], base: 'registered' }],
  ['foreigner', { measure: 'registered', part: ['applicant', 'foreigner'], base: 'registered' }],
  ['stateless', { measure: 'registered', part: ['applicant', 'stateless'], base: 'registered' }],
  ['legal_entity', { measure: 'registered', part: ['applicant', 'legal_entity'], base: 'registered' }],
  ['kind_not_stated', { measure: 'registered', part: ['applicant', ''], base: 'registered' }],
  ['represented', { measure: 'registered', part: ['represented', 'yes'], base: 'registered' }],
  ['delegations', { measure: 'registered', part: ['delegation', 'yes'], base: 'registered' }],
  ['people', { measure: 'people' }],
  ['same_day_consent', { measure: 'same_day_consent', base: 'registered' }],
  ['handed_in', { measure: 'handed_in', base: 'registered' }],
]

/** What was decided in the quarter, whenever it was registered. */
const DECIDED: Rules = [
  ['appointed', { measure: 'appointed' }],
  ['booked', { measure: 'booked' }],
  ['moved', { measure: 'moved' }],
  ['refused', { measure: 'refused' }],
  ['refused_competence', { measure: 'refused', part: ['ground', 'competence'], level: 'part', base: 'refused' }],
  ['refused_repeat', { measure: 'refused', part: ['ground', 'repeat'], level: 'part', base: 'refused' }],
  ['refused_same_decision', { measure: 'refused', part: ['ground', 'same_decision'], level: 'part', base: 'refused' }],
  ['refused_court_act', { measure: 'refused', part: ['ground', 'court_act'], level: 'part', base: 'refused' }],
  ['refused_other', { measure: 'refused', part: ['ground', 'returned', 'withdrawal'], level: 'part', base: 'refused' }],
  ['left', { measure: 'left' }],
  ['returned', { measure: 'returned' }],
  ['forwarded', { measure: 'forwarded' }],
  ['withdrawn', { measure: 'withdrawn' }],
  ['extended', { measure: 'extended' }],
  ['repeat', { measure: 'repeat' }],
]

/** What the days of reception came to. */
const RECEPTION: Rules = [
  ['planned', { measure: 'planned' }],
  ['held', { measure: 'held', base: 'planned' }],
  ['off_schedule', { measure: 'planned', part: ['kind', 'off_schedule', 'after_meeting', 'same_day'], level: 'part' }],
  ['received', { measure: 'received', level: 'total' }],
  ['in_person', { measure: 'received', part: ['mode', 'in_person'], level: 'part', base: 'received' }],
  ['video', { measure: 'received', part: ['mode', 'video'], level: 'part', base: 'received' }],
  ['mode_not_stated', { measure: 'received', part: ['mode', ''], level: 'part', base: 'received' }],
  ['satisfied', { measure: 'received', part: ['result', 'satisfied'], level: 'part', base: 'received' }],
  ['explained', { measure: 'received', part: ['result', 'explained'], level: 'part', base: 'received' }],
  ['instruction', { measure: 'received', part: ['result', 'instruction'], level: 'part', base: 'received' }],
  ['declined', { measure: 'received', part: ['result', 'declined'], level: 'part', base: 'received' }],
  ['result_not_stated', { measure: 'received', part: ['result', ''], level: 'part', base: 'received' }],
  ['protocols', { measure: 'protocol_signed' }],
  ['came', { measure: 'came' }],
  ['came_out_of_turn', { measure: 'came_out_of_turn', base: 'came' }],
  ['not_come', { measure: 'not_come' }],
  ['left_unreceived', { measure: 'left_unreceived', base: 'came' }],
  ['helped', { measure: 'helped' }],
]

const WAITS: Rules = [
  ...spanOf('answer', 'days_to_answer', 'days', 'daysToAnswer'),
  ...spanOf('reception', 'days_to_reception', 'days', 'daysToReception'),
  ...spanOf('final', 'days_to_final', 'days', 'daysToFinal'),
  ...spanOf('waited', 'minutes_waited', 'minutes', 'minutesWaited'),
  ...spanOf('served', 'minutes_served', 'minutes', 'minutesServed'),
]

const CONTROL: Rules = [
  ['given', { measure: 'instruction_given', level: 'total' }],
  ['executed', { measure: 'instruction_executed' }],
  [
    'in_time',
    { measure: 'instruction_executed', part: ['term', 'in_time'], level: 'part', base: 'instruction_executed' },
  ],
  ['late', { measure: 'instruction_executed', part: ['term', 'late'], level: 'part', base: 'instruction_executed' }],
  ['answered', { measure: 'instruction_answered' }],
  ['closed', { measure: 'instruction_closed' }],
  ['instruction_extended', { measure: 'instruction_extended' }],
  ['reassigned', { measure: 'instruction_reassigned' }],
  ['instruction_returned', { measure: 'instruction_returned' }],
  ['replaced', { measure: 'instruction_replaced' }],
  ['controlled', { measure: 'instruction_controlled' }],
]

const LETTERS: Rules = [
  ['signed', { measure: 'letter_signed' }],
  ['sent', { measure: 'letter_sent' }],
]

const BODIES: Rules = [
  ['invited', { measure: 'body_invited' }],
  ['attended', { measure: 'body_attended', base: 'body_invited' }],
  ['body_refused', { measure: 'body_refused', base: 'body_invited' }],
  ['covered', { measure: 'covered' }],
]

const DESK: Rules = [
  ['talon_same_day', { measure: 'talon_same_day', base: 'registered' }],
  ['eotinish_same_day', { measure: 'eotinish_same_day', base: 'registered' }],
  ['contacts', { measure: 'contact' }],
  ['consultations', { measure: 'consultation', base: 'contact' }],
  ['declined_booking', { measure: 'declined_booking', base: 'contact' }],
]

/** What was asked of bodies, said with applicants, and said of us (clauses 31, 36, 37). */
const EXCHANGE: Rules = [
  ['demanded', { measure: 'demand_made' }],
  ['demand_in_time', { measure: 'demand_given', part: ['term', 'in_time'], level: 'part', base: 'demand_made' }],
  ['demand_late', { measure: 'demand_given', part: ['term', 'late'], level: 'part', base: 'demand_made' }],
  ['to_applicant', { measure: 'exchange', part: ['direction', 'to_applicant'] }],
  ['from_applicant', { measure: 'exchange', part: ['direction', 'from_applicant'] }],
  ['survey_calls', { measure: 'survey_call' }],
  ['survey_answers', { measure: 'survey_answer' }],
  ['survey_satisfied', { ...SATISFIED, level: 'part', base: 'survey_answer', figure: toldOf(SATISFIED) }],
]

const OF_RULES = {
  people: PEOPLE,
  decided: DECIDED,
  reception: RECEPTION,
  waits: WAITS,
  control: CONTROL,
  letters: LETTERS,
  bodies: BODIES,
  desk: DESK,
  exchange: EXCHANGE,
} as const satisfies Partial<Record<SectionId, Rules>>

/** Sections of figures by event, in the order they are read; one in which nothing was counted in either period has no lines. */
export function eventSections(
  periods: EventPeriods,
  officials: readonly Official[],
): [SectionId, LineDraft[], 'weeks' | null][] {
  const of = (id: keyof typeof OF_RULES) => [id, linesOf(periods, id), null] as [SectionId, LineDraft[], null]
  return [
    ['weeks', weekLines(periods), 'weeks'],
    of('people'),
    of('decided'),
    of('reception'),
    ['received_by', receivedLines(periods, officials), null],
    of('waits'),
    of('control'),
    of('letters'),
    of('bodies'),
    of('desk'),
    of('exchange'),
  ]
}

function linesOf(periods: EventPeriods, section: keyof typeof OF_RULES): LineDraft[] {
  const lines = OF_RULES[section].map(([label, rule]) =>
    eventLine(periods, { ...rule, key: `${section}.${label}`, label: wordsLabel(EVENT_LABELS[label]) }),
  )
  if (!lines.some(isTold)) return []
  // Parts that never were say nothing; what a reader looks for stays, also as a zero.
  return lines.filter(line => line.level !== 'part' || isTold(line))
}

/** A part of answers: of fewer than are told it would tell of a person. */
function toldOf({ measure, part: [part, code] }: typeof SATISFIED): NonNullable<EventRule['figure']> {
  return figures => (figureOf(figures, measure) < LEAST_TOLD ? null : figureOf(figures, measure, part, code))
}

/** Mean and median of a span. */
function spanOf(
  name: 'answer' | 'reception' | 'final' | 'waited' | 'served',
  measure: Measure,
  unit: 'days' | 'minutes',
  definition: NonNullable<EventRule['definition']>,
): Rules {
  return [
    [`${name}_mean`, { measure, unit, definition, figure: meanOf(measure, unit) }],
    [`${name}_median`, { measure, unit, definition, figure: medianOf(measure, unit), level: 'part' }],
  ]
}

/** Those received in the quarter by who received them, in the order of clause 2; receptions held beside them. */
function receivedLines(periods: EventPeriods, officials: readonly Official[]): LineDraft[] {
  const codes = codesOf(periods, 'received')
  const ordered = OfficialCategory.options.flatMap(category => officials.filter(one => one.category === category))
  const known = ordered.filter(({ id }) => codes.includes(id))
  const line = (id: string, label: EventRule['label'], note: EventRule['note'] = null) =>
    eventLine(periods, {
      ...{ key: `received_by.${id}`, label, note },
      ...{ measure: 'received', part: ['official', id], base: 'received' },
    })
  const strangers = codes.filter(code => code !== '' && !known.some(({ id }) => id === code)).sort()
  return [
    ...known.map(official => line(official.id, { from: 'directory', text: nameOf(official) }, official.position)),
    ...strangers.map(code => line(code, wordsLabel(LINE_LABELS.unknownOfficial))),
    ...(codes.includes('') ? [line('', wordsLabel(LINE_LABELS.notStated))] : []),
  ]
}

function codesOf({ current, previous }: EventPeriods, measure: Measure): string[] {
  const all = [current, previous].flatMap(figures => (figures ? partOf(figures, measure, 'official') : []))
  return [...new Set(all.map(([code]) => code))]
}

/** What was registered week by week: seven days each from the first of the quarter, the last one shorter. */
function weekLines(periods: EventPeriods): LineDraft[] {
  const lines = daysOfWeeks(periods.quarter).map((text, at) => {
    const code = String(at + 1).padStart(2, '0')
    return eventLine(periods, {
      ...{ key: `weeks.${code}`, label: { from: 'directory', text: { kk: text, ru: text } } },
      ...{ measure: 'registered', part: ['week', code], base: 'registered' },
    })
  })
  return lines.some(isTold) ? lines : []
}

function daysOfWeeks(quarter: Quarter): string[] {
  const { from, to } = rangeOfQuarter(quarter)
  const [first, last] = [toEpochDay(from), toEpochDay(to)]
  const dotted = (day: number) => fromEpochDay(day).slice(5).split('-').reverse().join('.')
  const count = Math.ceil((last - first + 1) / 7)
  return Array.from(
    { length: count },
    (_, at) => `${dotted(first + 7 * at)}\u2013${dotted(Math.min(last, first + 7 * at + 6))}`,
  )
}
