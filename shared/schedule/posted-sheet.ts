import type { WorkCalendar } from '../calendar/model.ts'
import { findCalendarDay } from '../calendar/rules.ts'
import type { Office, ProfileId } from '../office/model.ts'
import type { Bilingual, Official, OfficialCategory, OfficialName } from '../official/model.ts'
import { dayAndMonth, monthTitle, officialDate } from '../time/official-date.ts'
import type { PlainDate, PlainMonth } from '../time/plain-date.ts'
import type { MonthSchedule, Move, Reception } from './model.ts'
import { type BilingualDateWords, hoursText, type SheetSlot, slotsOf } from './posted-slots.ts'

/** One official on the posted sheet. */
export interface SheetRow {
  readonly officialId: string
  readonly name: Bilingual
  readonly position: Bilingual
  readonly slots: readonly SheetSlot[]
}

/** Why a reception stands on another day; `number` marks it in the table. `reason` is the name of the day that took it. */
export interface SheetNote {
  readonly number: number
  readonly code: Move['code']
  readonly from: Bilingual
  readonly to: Bilingual
  readonly reason: Bilingual
}

/**
 * The schedule as it hangs in the room and stands on the akim's site (clause 7): officials and their days, no applicant.
 * Everything is text in both languages but the fixed words, which are locale keys.
 */
export interface PostedSheet {
  readonly month: PlainMonth
  readonly monthTitle: Bilingual
  readonly office: Pick<Office, 'name' | 'address' | 'phone' | 'email' | 'room'>
  readonly bookingHours: string
  readonly lunch: string
  /** The date of approval, or null for a draft, which is marked as one. */
  readonly approvedOn: Bilingual | null
  /** Akim and deputies, head of the apparatus and deputies (clause 2, first two categories). */
  readonly leaders: readonly SheetRow[]
  /** Heads of structural units and authorised staff. */
  readonly staff: readonly SheetRow[]
  /** The act of the month: the name of the schedule and the clauses it points to follow it. */
  readonly profile: ProfileId
  readonly notes: readonly SheetNote[]
  /** The act the sheet rests on and its status, as the profile words it. */
  readonly source: Bilingual
  /** The mark of the version, or null for a draft. */
  readonly mark: string | null
}

/** What a posted sheet is made of. */
export interface PostedSheetInput {
  readonly schedule: MonthSchedule
  readonly officials: readonly Official[]
  readonly office: Office
  readonly calendar: WorkCalendar
  readonly approvedOn: PlainDate | null
  readonly source: Bilingual
  readonly words: BilingualDateWords
  readonly profile: ProfileId
  readonly mark?: string | null
}

const LEADERS: readonly OfficialCategory[] = ['akim', 'deputy_akim', 'head_of_apparatus', 'deputy_head_of_apparatus']
const STAFF: readonly OfficialCategory[] = ['unit_head', 'authorized_staff']

/**
 * Whether a reception stands on the posted sheet. Clause 7 (KZ-2026 rule 19) posts the approved schedule and nothing else.
 * A reception outside it is a deputy's by the akim's instruction for those it names (clause 8), one after a meeting is told
 * at the meeting (clause 6), and one of the very day is agreed with who came (clause 3): none of them is open to whoever
 * reads the wall, and a sheet that hangs is not made false by one. That staff receive the same day is told in words.
 */
export function isPosted({ kind }: Pick<Reception, 'kind'>): boolean {
  return kind === 'scheduled'
}

/** The posted sheet of a month: rows by category, then as the directory lists them; an official with no day is left out. */
export function postedSheet(input: PostedSheetInput): PostedSheet {
  const { schedule, office, words, approvedOn } = input
  const notes: SheetNote[] = []
  const rows = (categories: readonly OfficialCategory[]) =>
    categories.flatMap(category =>
      input.officials
        .filter(official => official.category === category)
        .flatMap(official => rowOf(official, input, notes)),
    )
  const { name, address, phone, email, room, hours } = office
  return {
    month: schedule.month,
    monthTitle: inBoth(language => monthTitle(schedule.month, words[language])),
    office: { name, address, phone, email, room },
    bookingHours: hoursText(hours.from, hours.to),
    lunch: hoursText(hours.lunchFrom, hours.lunchTo),
    approvedOn: approvedOn && inBoth(language => officialDate(approvedOn, words[language])),
    leaders: rows(LEADERS),
    staff: rows(STAFF),
    profile: input.profile,
    notes,
    source: input.source,
    mark: approvedOn === null ? null : (input.mark ?? null),
  }
}

function rowOf(official: Official, input: PostedSheetInput, notes: SheetNote[]): SheetRow[] {
  const own = input.schedule.receptions.filter(one => one.officialId === official.id && isPosted(one))
  if (own.length === 0) return []
  const { words, calendar } = input
  const noteOf = (date: PlainDate, moved: Move): number => {
    const number = notes.length + 1
    const day = findCalendarDay(moved.from, calendar)
    notes.push({
      number,
      code: moved.code,
      from: inBoth(language => dayAndMonth(moved.from, words[language], 'from')),
      to: inBoth(language => dayAndMonth(date, words[language], 'to')),
      reason: moved.code === 'by_hand' || day === null ? { kk: '', ru: '' } : day.name,
    })
    return number
  }
  const slots = slotsOf(own, input.schedule.month, calendar, words, noteOf)
  return [{ officialId: official.id, name: fullName(official.name), position: official.position, slots }]
}

/** Surname, given name and patronymic (where there is one) in both languages, as clause 7 orders them. */
export function fullName(name: OfficialName): Bilingual {
  const join = (language: keyof Bilingual) =>
    [name.surname[language], name.given[language], name.patronymic[language]].filter(part => part !== '').join(' ')
  return { kk: join('kk'), ru: join('ru') }
}

function inBoth(text: (language: keyof Bilingual) => string): Bilingual {
  return { kk: text('kk'), ru: text('ru') }
}
