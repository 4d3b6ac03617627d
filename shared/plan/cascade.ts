import type { Absence } from '../absence/model.ts'
import type { EntityId } from '../change/action.ts'
import { isRestricted, type Restriction } from '../restriction/model.ts'
import type { Reception, ScheduleChange } from '../schedule/model.ts'
import { absenceAct, bookedAct, restrictionAct, scheduleActs } from './acts.ts'
import type { NoPlace } from './fill.ts'
import { byHour, type LookedOver, lookOver } from './looked-over.ts'
import type { Keyed, Plan, PlanAct } from './model.ts'
import { type Offer, offering } from './offers.ts'
import { type Booked, placedIn } from './placed.ts'
import { rehoused, switchedToVideo } from './spare.ts'
import { type Fallen, whyNotHeld } from './stands.ts'
import { type Told, toldOf } from './told.ts'

/** A reception that is not held because of what is told, and when that was told for it. */
export interface LostReception {
  readonly reception: Reception
  readonly why: Fallen
  readonly told: Told | null
}

/** Somebody whose time is lost, with the best that can be offered now; `why` where that is nothing. */
export interface Affected {
  readonly person: Booked
  readonly fallen: Fallen
  readonly offer: Offer | null
  readonly why: NoPlace | null
}

/** All that an absence or a restriction brings with it. Nothing of it is done yet. */
export interface Cascade {
  readonly key: string
  /** The plan as it is with it, receptions changed. */
  readonly plan: Plan
  readonly lost: readonly LostReception[]
  /** Receptions that go on in another room, by another link, or by video: nobody loses the hour. */
  readonly changed: readonly Reception[]
  /** In the order of application; no two are offered one place. */
  readonly affected: readonly Affected[]
}

/** What the absence of an official, a room or a link brings with it. One that is in the plan already counts as told anew. */
export function cascadeOf(plan: Plan, absence: Absence & Keyed): Cascade {
  const before = { ...plan, absences: plan.absences.filter(({ key }) => key !== absence.key) }
  const after = { ...before, absences: [...before.absences, absence] }
  return cascade(before, after, absence.key, looked => rehoused(lostIn(before, looked, absence.key), looked), absence)
}

/**
 * What a restriction brings with it: all receptions in person in its days go on by video, for those who agree (clause 13), also
 * those that are not held as it is: their official may come, or another act for him. `links`: those of the directory.
 */
export function cascadeOfRestriction(
  plan: Plan,
  restriction: Restriction & Keyed,
  links: readonly string[] = [],
): Cascade {
  const before = { ...plan, restrictions: plan.restrictions.filter(({ key }) => key !== restriction.key) }
  const after = { ...before, restrictions: [...before.restrictions, restriction] }
  const isMet = ({ mode, date }: Reception) =>
    mode === 'in_person' && date >= plan.today && isRestricted(date, [restriction])
  const met = plan.receptions.filter(isMet).sort(byHour)
  return cascade(before, after, restriction.key, looked => switchedToVideo(met, looked, links), null)
}

/** The acts of an absence: it is told, the schedules changed, and whoever is in `agreed` (all, if not said) gets what is offered. */
export function actsOfAbsence(found: Cascade, absence: Absence & Keyed, agreed?: ReadonlySet<EntityId>): PlanAct[] {
  return [absenceAct(absence), ...actsOf(found, { code: 'absence', ref: found.key }, agreed)]
}

/** The acts of a restriction, as those of an absence. */
export function actsOfRestriction(
  found: Cascade,
  restriction: Restriction & Keyed,
  agreed?: ReadonlySet<EntityId>,
): PlanAct[] {
  return [restrictionAct(restriction), ...actsOf(found, { code: 'restriction', ref: found.key }, agreed)]
}

function actsOf(
  { plan, changed, affected }: Cascade,
  change: ScheduleChange,
  agreed?: ReadonlySet<EntityId>,
): PlanAct[] {
  const moved = affected.flatMap(({ person, offer }) =>
    offer !== null && (agreed === undefined || agreed.has(person.application))
      ? [bookedAct(person.application, offer.booking)]
      : [],
  )
  return [...scheduleActs(plan, { changed }, change), ...moved]
}

function cascade(
  before: Plan,
  after: Plan,
  key: string,
  changes: (looked: LookedOver) => Reception[],
  absence: Absence | null,
): Cascade {
  const looked = lookOver(after)
  const lost = lostIn(before, looked, key)
  const changed = changes(looked)
  const plan = changed.length === 0 ? after : withReceptions(after, changed)
  const now = plan === after ? looked : lookOver(plan)
  const fallenBefore = new Set(placedIn(lookOver(before)).toCall.map(({ person }) => person.application))
  const placed = placedIn(now)
  const offers = offering(now, placed, key)
  const affected = placed.toCall
    .filter(({ person }) => !fallenBefore.has(person.application))
    .map(({ person, ...fallen }): Affected => {
      const offer = offers.best(person)
      if (offer !== null) offers.take(offer)
      return { person, fallen, offer, why: offer === null ? offers.why(person) : null }
    })
  return {
    key,
    plan,
    lost: lost.map(({ reception, why }) => ({
      reception,
      why,
      told: absence === null ? null : toldOf(absence, reception.date, after),
    })),
    changed,
    affected,
  }
}

/** Receptions from today on that were held and are no more because of `key`. */
function lostIn(before: Plan, after: LookedOver, key: string): { reception: Reception; why: Fallen }[] {
  const held = lookOver(before)
  return [...before.receptions].sort(byHour).flatMap(reception => {
    if (reception.date < before.today || whyNotHeld(reception, held) !== null) return []
    const why = whyNotHeld(reception, after)
    return why === null || why.because !== key ? [] : [{ reception, why }]
  })
}

function withReceptions(plan: Plan, changed: readonly Reception[]): Plan {
  const anew = new Map(changed.map(one => [one.id, one]))
  return { ...plan, receptions: plan.receptions.map(one => anew.get(one.id) ?? one) }
}
