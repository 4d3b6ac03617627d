import { reportEntity } from '#shared/report/addressees.ts'
import { type Counts, sumCounts } from '#shared/report/counts.ts'
import { Quarter, rangeOfQuarter, toDayNumber } from '#shared/time/plain-date.ts'
import { answerAnalytics, answerOfficialPage } from './analytics-queries.ts'
import { answerOne, answerPage, answerSearch } from './application-queries.ts'
import { answerLook } from './clash-queries.ts'
import { answerCompliance, answerTerms } from './compliance-queries.ts'
import {
  movedControlled,
  openBoardOf,
  openClosed,
  openControlled,
  openHandled,
  openInstructionsOf,
  openPast,
} from './control-queries.ts'
import { answerDaysUsed, answerOpenOfDay, movedOpenOfDay } from './day-queries.ts'
import { openDirectories, openOfficials } from './directory-queries.ts'
import {
  answerExchangeFigures,
  movedDemands,
  movedToFollow,
  openDemand,
  openDemandRegister,
  openDemands,
  openDemandsOf,
  openFeedbackOf,
  openToFollow,
} from './exchange-queries.ts'
import { answerFigures, answerRecords, movedFiguresOf } from './figure-queries.ts'
import { answerHandedIn, movedHandedIn } from './handed-in.ts'
import { answerJournal, movedJournal } from './journals/journals.ts'
import {
  movedLetters,
  openBegun,
  openLetter,
  openLettersOf,
  openOwed,
  openRequests,
  openSigned,
  openUnsent,
} from './letter-queries.ts'
import { type Moved, movedDay, movedFrom, movedMark, movedNoun, movedSince } from './moved.ts'
import { answerNumbered } from './numbered.ts'
import { isByDayOnly, rangeOf } from './page-filter.ts'
import { answerEarlier } from './person-queries.ts'
import {
  answerOwing,
  answerPeople,
  answerReceptions,
  answerSchedules,
  movedOwing,
  movedPeople,
  movedReceptions,
  movedSchedules,
} from './plan-queries.ts'
import { openLacking, openProtocolsOf, openUnsentProtocols } from './protocol-queries.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf, QueryName } from './query-types.ts'
import { openRefusals } from './refusal-queries.ts'
import { openReport, openStanding } from './report-queries.ts'
import { NO_DAY_LIMIT } from './search-filter.ts'
import { ofNoun, openStates } from './states.ts'
import { openAsked, openSubject, openSubjectRecords } from './subject-queries.ts'
import { answerFrame, movedFrame, openAnswers, openPeople } from './survey-queries.ts'
import {
  answerVisits,
  movedVisitors,
  openContacts,
  openHelpCalled,
  openLeftOver,
  openLines,
  readContacts,
} from './visit-queries.ts'
import { answerWaiting } from './waiting-queries.ts'

/** A named query. */
export interface QueryDefinition<Q extends QueryName> {
  readonly answer: (context: QueryContext, params: ParamsOf<Q>) => Promise<AnswerOf<Q>>
  /** Whether what a fold moved may change the answer that was `told`: only then a live one is answered again. */
  readonly moves: (moved: Moved, params: ParamsOf<Q>, told: AnswerOf<Q> | undefined) => boolean
}

type Definitions = { readonly [Q in QueryName]: QueryDefinition<Q> }

/** Applications, and the visits by whose tickets they are found. */
const movedSearched = movedNoun('application', 'visit')

/** All queries by name. */
export const QUERIES: Definitions = {
  'applications.page': {
    answer: answerPage,
    moves: (moved, { filter, sort }) => {
      const { from, to } = rangeOf(filter)
      return sort !== 'name' && isByDayOnly(filter) ? movedDay(moved, from, to) : movedSearched(moved)
    },
  },
  'applications.one': {
    answer: answerOne,
    moves: (moved, { id }) => moved.changes.some(({ after }) => after.id === id),
  },
  'applications.search': {
    answer: answerSearch,
    // The search box asks all the time, and mostly for nothing.
    moves: (moved, { text }) => text !== '' && movedSearched(moved),
  },
  'applications.earlier': { answer: answerEarlier, moves: movedNoun('application') },
  'applications.refusals': {
    answer: openRefusals,
    moves: movedNoun('application'),
  },
  'applications.handed_in': {
    answer: answerHandedIn,
    moves: movedHandedIn,
  },
  'applications.numbered': { answer: answerNumbered, moves: movedNoun('application') },
  'applications.waiting': { answer: answerWaiting, moves: (moved, { mark }) => movedMark(moved, mark) },
  'visits.day': {
    answer: answerVisits,
    moves: (moved, { day }, told) => movedFrom(moved, `visit:${toDayNumber(day)}-`) || movedVisitors(moved, told),
  },
  'lines.day': {
    answer: openLines,
    moves: (moved, { day }) => movedFrom(moved, `line:${toDayNumber(day)}`),
  },
  'visits.left_over': {
    answer: openLeftOver,
    moves: (moved, _, told) => movedFrom(moved, 'visit:') || movedVisitors(moved, told),
  },
  'day.open': { answer: answerOpenOfDay, moves: movedOpenOfDay },
  'days.used': { answer: answerDaysUsed, moves: movedNoun('visit', 'application') },
  'days.all': ofNoun('day'),
  'packs.all': ofNoun('pack'),
  'help.called': { answer: openHelpCalled, moves: movedNoun('day') },
  'contacts.day': {
    answer: async (context, params) => openContacts(context, await readContacts(context.db, params)),
    moves: (moved, { day }) => movedSince(moved, 'contact', day),
  },
  'letters.of': { answer: openLettersOf, moves: movedNoun('letter') },
  'letters.requests': { answer: openRequests, moves: movedNoun('letter') },
  'letters.one': { answer: openLetter, moves: (moved, { id }) => movedFrom(moved, id) },
  'letters.begun': { answer: openBegun, moves: (moved, _, told) => movedLetters(moved, told) },
  'letters.owed': { answer: openOwed, moves: moved => movedMark(moved, 'no_letter') },
  'letters.unsent': { answer: openUnsent, moves: (moved, _, told) => movedLetters(moved, told) },
  'letters.signed': { answer: openSigned, moves: movedNoun('letter') },
  'reports.one': { answer: openReport, moves: (moved, { quarter }) => movedFrom(moved, reportEntity(quarter)) },
  'reports.standing': { answer: openStanding, moves: movedNoun('report', 'letter', 'office') },
  'protocols.of': { answer: openProtocolsOf, moves: movedNoun('protocol') },
  'protocols.unsent': { answer: openUnsentProtocols, moves: movedNoun('protocol') },
  'protocols.lacking': { answer: openLacking, moves: movedNoun('protocol', 'visit') },
  'instructions.of': { answer: openInstructionsOf, moves: movedNoun('instruction') },
  'instructions.controlled': { answer: openControlled, moves: movedControlled },
  'instructions.closed': { answer: openClosed, moves: movedControlled },
  'instructions.board': { answer: openBoardOf, moves: movedControlled },
  'instructions.past': { answer: openPast, moves: movedNoun('instruction') },
  'executors.handled': { answer: openHandled, moves: movedNoun('instruction', 'application') },
  'surveys.all': ofNoun('survey'),
  'survey.frame': { answer: answerFrame, moves: movedFrame },
  'survey.answers': { answer: openAnswers, moves: movedNoun('answer') },
  'survey.people': { answer: openPeople, moves: movedNoun('contact', 'application') },
  'demands.of': { answer: openDemandsOf, moves: movedNoun('demand') },
  'demands.one': { answer: openDemand, moves: (moved, { id }) => movedFrom(moved, id) },
  'demands.open': { answer: openDemands, moves: movedDemands },
  'demands.register': { answer: openDemandRegister, moves: movedDemands },
  'feedback.of': { answer: openFeedbackOf, moves: movedNoun('feedback') },
  'feedback.to_follow': { answer: openToFollow, moves: movedToFollow },
  'callcentre.all': ofNoun('callcentre'),
  'subject.one': { answer: openSubject, moves: (moved, { subject }) => movedFrom(moved, `subject:${subject}`) },
  'subject.records': { answer: openSubjectRecords, moves: () => true },
  'subjects.asked': { answer: openAsked, moves: movedNoun('subject') },
  'exchange.figures': {
    answer: answerExchangeFigures,
    moves: movedNoun('callcentre', 'contact', 'feedback', 'office', 'calendar'),
  },
  'templates.all': ofNoun('template'),
  'directories.all': ofNoun('entry', openDirectories),
  'entries.all': ofNoun('entry'),
  'officials.entities': ofNoun('official'),
  'counts.quarter': {
    answer: async ({ db, sealer }, { quarter }) => {
      const { from, to } = daysOf(quarter)
      const rows = await db.days.where('day').between(from, to, true, true).toArray()
      return sumCounts(await Promise.all(rows.map(row => sealer.open<Counts>('days', row.day, row.sealed))))
    },
    moves: ({ days }, { quarter }) => {
      const { from, to } = daysOf(quarter)
      return days.some(day => day >= from && day <= to)
    },
  },
  'figures.quarter': { answer: answerFigures, moves: movedFiguresOf },
  'report.records': { answer: answerRecords, moves: movedFiguresOf },
  'counts.quarters': {
    answer: async ({ db }) => {
      const days = await db.days.where('day').between(0, NO_DAY_LIMIT).primaryKeys()
      const quarters = [...new Set(days.filter(day => day > 0).map(quarterOf))].sort().reverse()
      return { quarters, undated: days.includes(0) }
    },
    moves: ({ calendar }) => calendar,
  },
  'officials.all': ofNoun('official', openOfficials),
  'schedule.month': {
    answer: async ({ db, sealer }, { month }) => {
      const row = await db.entities.get(`schedule:${month}`)
      return (await openStates(sealer, 'schedule', row ? [row] : []))[0] ?? null
    },
    moves: (moved, { month }) => movedFrom(moved, `schedule:${month}`),
  },
  'plan.people': { answer: answerPeople, moves: movedPeople },
  'plan.schedules': { answer: answerSchedules, moves: movedSchedules },
  'absences.all': ofNoun('absence'),
  'restrictions.all': ofNoun('restriction'),
  'helpers.all': ofNoun('helper'),
  'receptions.of': { answer: answerReceptions, moves: movedReceptions },
  'receptions.owing': { answer: answerOwing, moves: (moved, _, told) => movedOwing(moved, told) },
  'compliance.checks': {
    answer: answerCompliance,
    moves: movedNoun(
      'application',
      'visit',
      'letter',
      'schedule',
      'official',
      'calendar',
      'office',
      'reception',
      'survey',
      ...['demand', 'feedback', 'callcentre', 'instruction', 'protocol', 'report'],
      ...['absence', 'restriction', 'helper'],
    ),
  },
  // Asked once, and again by a press: what is read as a whole must not change under the reader.
  'compliance.counts': { answer: answerTerms, moves: () => false },
  'analytics.period': { answer: answerAnalytics, moves: () => false },
  'analytics.official': { answer: answerOfficialPage, moves: () => false },
  'journals.page': { answer: answerJournal, moves: (moved, params) => movedJournal(moved, params) },
  'calendar.years': ofNoun('calendar'),
  'imports.all': ofNoun('import', async ({ sealer }, rows) =>
    (await openStates(sealer, 'import', rows)).sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1)),
  ),
  'office.current': ofNoun('office', async ({ sealer }, rows) => (await openStates(sealer, 'office', rows))[0] ?? null),
  'users.all': ofNoun('user'),
  'retention.all': ofNoun('retention'),
  'destructions.all': ofNoun('destruction'),
  'desks.all': ofNoun('desk'),
  'attentions.all': { answer: ({ db }) => db.attentions.toArray(), moves: ({ attentions }) => attentions },
  'attentions.look': {
    answer: answerLook,
    moves: ({ changes }, { entities }) => changes.some(({ after }) => entities.includes(after.id)),
  },
  totals: {
    answer: async ({ totals, attentions }) => {
      const { applications, marked } = await totals()
      return { applications, marked, attentions: await attentions() }
    },
    moves: ({ totals, attentions }) => totals || attentions,
  },
}

function daysOf(quarter: Quarter): { from: number; to: number } {
  const { from, to } = rangeOfQuarter(quarter)
  return { from: toDayNumber(from), to: toDayNumber(to) }
}

function startOf(one: EntityState<'import'>): string {
  return one.startedAt ?? ''
}

function quarterOf(day: number): Quarter {
  const month = Math.floor(day / 100) % 100
  return Quarter.parse(`${Math.floor(day / 10000)}-Q${Math.ceil(month / 3)}`)
}
