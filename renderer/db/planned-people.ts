import type { Registered } from '#shared/application/transitions.ts'
import { countedFrom } from '#shared/application/working-time.ts'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { marksOf } from '#shared/change/project-view.ts'
import { isTold } from '#shared/letter/duties.ts'
import type { PlannedPerson } from '#shared/plan/model.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { isOutOfTurn } from '#shared/visit/out-of-turn.ts'
import { listRow } from './list-rows.ts'
import type { PlannedRow } from './query-types.ts'
import { findState } from './rows.ts'

/** So many are held ready at most: more wait at no reception room. About 2 KB each. */
const MOST_HELD = 8_192

/** By when an application has to be answered: day of its act and the day it is counted from. */
type AnswerTerm = (profile: Registered['profile'], counted: PlainDate) => PlainDate

/** Those who are open, as they were read under a working calendar; `calendar` tells it from another. */
interface Held {
  readonly calendar: string
  readonly answerTerm: AnswerTerm
  readonly rows: Map<string, PlannedRow>
  /** The rows in their order; null: they are to be put in order. */
  inOrder: readonly PlannedRow[] | null
}

/**
 * Those who are open and may be given a time, ready in the worker's memory once they were asked for. Like the lines they
 * follow every fold: after an act only what it moved is made anew, and the others are the same objects, which go to the page
 * as their places alone. It ends with the worker, as the keys do.
 */
export class PlannedPeople {
  private held: Held | null = null

  /** All of them in the order of application; null: they are to be read, nobody asked or the calendar is another. */
  find(calendar: string): readonly PlannedRow[] | null {
    const { held } = this
    if (held === null || held.calendar !== calendar) return null
    held.inOrder ??= [...held.rows.values()].sort((a, b) => (a.person.order < b.person.order ? -1 : 1))
    return held.inOrder
  }

  /** Holds those just read. Nothing may have been folded since. */
  keep(calendar: string, answerTerm: AnswerTerm, rows: readonly PlannedRow[]): void {
    if (rows.length > MOST_HELD) return
    this.held = { calendar, answerTerm, rows: new Map(rows.map(row => [row.person.application, row])), inOrder: null }
  }

  /** Brings an application up to date; one that waits for no time leaves. */
  put(record: EntityRecord): void {
    const { held } = this
    if (held === null) return
    const wasHeld = held.rows.delete(record.id)
    const [row] = marksOf(record.view).includes('open') ? plannedRow(record, held.answerTerm) : []
    if (row !== undefined) held.rows.set(record.id, row)
    if (wasHeld || row !== undefined) held.inOrder = null
    if (held.rows.size > MOST_HELD) this.held = null
  }
}

/** By when applications are answered under a calendar. Hundreds apply on the same few days: each day is counted once. */
export function answerTerms(calendar: WorkCalendar): AnswerTerm {
  const known = new Map<string, PlainDate>()
  return (profile, counted) => {
    const key = `${profile} ${counted}`
    const by = known.get(key) ?? getTerm('answer', profile, counted, calendar).by
    known.set(key, by)
    return by
  }
}

/** The row of who may be given a time; none of whom no time can be given. */
export function plannedRow(record: EntityRecord, answerTerm: AnswerTerm): PlannedRow[] {
  const state = findState('application', record)
  const [row] = listRow(record)
  // What lacks something or is to be refused waits for no time: none can be given.
  if (state?.registered == null || state.status !== 'open' || row === undefined) return []
  const head = record.actions.at(-1)?.id ?? null
  return [
    {
      person: plannedPerson(record, state.registered, answerTerm),
      row,
      phone: state.personal?.phone ?? '',
      applicant: state.registered.registration.applicant,
      head,
    },
  ]
}

function plannedPerson(record: EntityRecord, registered: Registered, answerTerm: AnswerTerm): PlannedPerson {
  const { registration, on, profile, booking, appointed, briefing, extendedTo } = registered
  const counted = countedFrom(registration, on)
  const stamp = record.actions.find(({ type }) => type === 'application.registered')?.stamp ?? ''
  return {
    application: record.id,
    order: `${counted} ${stamp}`,
    counted,
    answerBy: extendedTo ?? answerTerm(profile, counted),
    profile,
    language: registration.language,
    outOfTurn: isOutOfTurn(registered),
    appointed: appointed && { officialId: appointed.officialId, video: appointed.video },
    booking,
    briefedOn: briefing?.on ?? null,
    told: isTold(registered),
    people: registration.delegation ?? 1,
  }
}
