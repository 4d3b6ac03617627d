import { numberText } from '#shared/application/number.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { findEntry } from '#shared/directory/find.ts'
import type { Directories } from '#shared/directory/model.ts'
import type { Office } from '#shared/office/model.ts'
import type { Bilingual, Official } from '#shared/official/model.ts'
import { planClause } from '#shared/plan/clauses.ts'
import type { ToCall } from '#shared/plan/placed.ts'
import type {
  BriefingSheetData,
  CallSheetData,
  PersonsSheetData,
  SheetOfficial,
  SheetPlace,
} from '#shared/posting/reception-sheets.ts'
import type { HandedList } from '#shared/reception/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../../components/applicant-name.ts'
import { officialName } from '../../../components/official-name.ts'
import type { ApplicationCard, PlannedRow } from '../../../db/query-types.ts'

/** Who makes a sheet, on which day, of what. */
export interface SheetWith {
  readonly office: Office
  readonly officials: readonly Official[]
  readonly directories: Directories
  readonly today: PlainDate
  readonly preparedBy: string
}

const NOWHERE: SheetOfficial = { name: { kk: '', ru: '' }, position: { kk: '', ru: '' } }

/** An official as sheets name them. */
export function sheetOfficial(id: string, officials: readonly Official[]): SheetOfficial {
  const found = officials.find(one => one.id === id)
  if (found === undefined) return NOWHERE
  return { name: { kk: officialName(found, 'kk'), ru: officialName(found, 'ru') }, position: found.position }
}

/** The list of those to be received, in the order they are received (clause 27). Of an erased person only the number stands. */
export function personsSheet(
  reception: Reception,
  rows: readonly PlannedRow[],
  list: HandedList | null,
  { office, officials, directories, today, preparedBy }: SheetWith,
): PersonsSheetData {
  const { date, from, to, room, mode } = reception
  return {
    office: office.name,
    official: sheetOfficial(reception.officialId, officials),
    ...{ date, from, to, room, mode },
    finalOn: list?.final === true ? list.on : null,
    persons: rows.map(({ person, row }) => ({
      time: person.booking?.time ?? null,
      number: row.number === null ? '' : numberText(row.number),
      name: applicantName(row) || row.organisation,
      topic: topicOf(row.facts.topic, directories),
      language: person.language,
      mode: person.booking?.mode ?? mode,
      outOfTurn: person.outOfTurn ? (planClause('out_of_turn', person.profile)?.clause ?? null) : null,
    })),
    preparedOn: today,
    preparedBy,
  }
}

/** Whom to call because their place does not stand, with the time they were told. */
export function callSheet(
  toCall: readonly ToCall[],
  rows: ReadonlyMap<string, PlannedRow>,
  { office, officials, today, preparedBy }: SheetWith,
): CallSheetData {
  return {
    office: office.name,
    calls: toCall.flatMap(({ person }) => {
      const known = rows.get(person.application)
      if (known === undefined) return []
      const { booking } = person
      const from: SheetPlace = { date: booking.date, time: booking.time, room: '', mode: booking.mode }
      return [
        {
          name: applicantName(known.row) || known.row.organisation,
          phone: known.phone,
          language: person.language,
          number: known.row.number === null ? '' : numberText(known.row.number),
          official: sheetOfficial(booking.officialId, officials),
          from,
          to: null,
        },
      ]
    }),
    preparedOn: today,
    preparedBy,
  }
}

/** The briefing as it was kept, addressed to the head of the office (clause 26, KZ-2026 rule 18). */
export function briefingSheet(
  card: ApplicationCard,
  registered: Registered,
  reception: Reception | null,
  { office, officials, directories, today, preparedBy }: SheetWith,
): BriefingSheetData {
  const { booking, appointed, briefing, profile } = registered
  const head = officials.find(({ category }) => category === (profile === 'KZ-2026' ? 'akim' : 'head_of_apparatus'))
  const officialId = booking?.officialId ?? appointed?.officialId ?? ''
  const isRefused = briefing?.proposal === 'refuse'
  return {
    office: office.name,
    head: sheetOfficial(head?.id ?? '', officials),
    number: numberText(registered.number),
    registeredOn: registered.on,
    name: card.personal === null ? '' : applicantName(card.personal) || card.personal.organisation,
    topic: topicOf(registered.registration.topic, directories),
    matter: registered.personal?.essence ?? '',
    summary: (briefing?.summary ?? '').slice(0, 5000),
    history: [],
    official: isRefused ? null : sheetOfficial(officialId, officials),
    place:
      booking === null || isRefused
        ? null
        : { date: booking.date, time: booking.time, room: reception?.room ?? '', mode: booking.mode },
    clause: planClause('briefing', profile)?.clause ?? '',
    preparedOn: today,
    preparedBy,
  }
}

/** The topic of an application in both languages. */
export function topicOf(code: string | null, directories: Directories): Bilingual {
  const entry = code === null ? undefined : findEntry(directories.topic, code)
  return { kk: entry?.kk ?? '', ru: entry?.ru ?? '' }
}
