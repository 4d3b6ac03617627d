import type { Plan, PlannedPerson } from '#shared/plan/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/**
 * Where everybody is, found minute by minute and without anything of the engine: a booking that stands colours the minutes of
 * its official; one that meets a colour, or what the law forbids, is to be called.
 */
export interface ModelPlaced {
  /** Reception id, or `day`, of whom stands. */
  readonly stands: ReadonlyMap<string, string>
  readonly toCall: ReadonlySet<string>
  readonly coloured: ReadonlyMap<string, string>
}

export const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export function modelOf(plan: Plan): ModelPlaced {
  const stands = new Map<string, string>()
  const toCall = new Set<string>()
  const coloured = new Map<string, string>()
  const counts = new Map<string, number>()
  const queue = [...plan.people].filter(one => one.booking !== null)
  while (queue.length > 0) {
    const next = queue.reduce((best, one) => (goesBefore(one, best) ? one : best))
    queue.splice(queue.indexOf(next), 1)
    const minutes = minutesTaken(next, plan)
    const at = next.booking?.reception ?? 'day'
    const isFull = at !== 'day' && (counts.get(at) ?? 0) >= mostOf(at, plan)
    if (!isLawful(next, plan) || isFull || minutes.some(one => coloured.has(one))) toCall.add(next.application)
    else {
      stands.set(next.application, at)
      counts.set(at, (counts.get(at) ?? 0) + 1)
      for (const one of minutes) coloured.set(one, next.application)
    }
  }
  return { stands, toCall, coloured }
}

function goesBefore(one: PlannedPerson, other: PlannedPerson): boolean {
  if (one.told !== other.told) return one.told
  return one.order < other.order
}

/** Whether a person may be where he is booked, others left aside. */
export function isLawful(person: PlannedPerson, plan: Plan): boolean {
  const { booking } = person
  if (booking === null) return false
  const { date, officialId } = booking
  if (date < plan.today || !isThere(officialId, date, plan)) return false
  if (booking.mode === 'video' && !person.appointed?.video && !booking.agreed.includes('video')) return false
  const isForbidden = plan.restrictions.some(one => date >= one.from && date <= (one.to ?? '9999'))
  if (booking.mode === 'in_person' && isForbidden) return false
  if (booking.reception === null) return true
  const at = plan.receptions.filter(one => one.id === booking.reception)[0]
  if (at === undefined || at.date !== date || at.mode !== booking.mode) return false
  if (at.officialId !== officialId) {
    const gone = plan.absences.filter(one => isAbout(one, 'official', at.officialId, date))
    const named = plan.officials.find(one => one.id === at.officialId)?.substitutes ?? []
    const mayAct = gone[0]?.acting === officialId || named.includes(officialId)
    if (gone.length === 0 || !mayAct || !booking.agreed.includes('other_official')) return false
  }
  const [what, name] = at.mode === 'video' ? (['link', at.link] as const) : (['room', at.room] as const)
  if (plan.absences.some(one => isAbout(one, what, name, date))) return false
  if (booking.time === null) return true
  return minute(booking.time) >= minute(at.from) && minute(booking.time) + at.slot <= minute(at.to)
}

/**
 * Of those for whom a booking is asked (it stands in `plan` already) who may not have it, found as `modelOf` finds places: the
 * law and the consents of each, then every minute, time and place that others have. `plan.today` is not looked at.
 */
export function refusedIn(plan: Plan, asked: readonly string[]): Set<string> {
  const always = { ...plan, today: PlainDate.parse('1900-01-01') }
  const refused = new Set<string>()
  const [times, minutes, places] = [new Set<string>(), new Set<string>(), new Map<string, number>()]
  const hold = (one: PlannedPerson) => {
    const at = one.booking?.reception ?? ''
    times.add(timeOf(one))
    places.set(at, (places.get(at) ?? 0) + 1)
    if (isLawful(one, always)) for (const each of minutesTaken(one, plan)) minutes.add(each)
  }
  const isTaken = (one: PlannedPerson) => one.booking?.time != null && times.has(timeOf(one))
  const isFull = ({ booking }: PlannedPerson) =>
    booking?.reception != null && (places.get(booking.reception) ?? 0) >= mostOf(booking.reception, plan)
  for (const one of plan.people) if (one.booking !== null && !asked.includes(one.application)) hold(one)
  for (const id of asked) {
    const one = plan.people.filter(({ application }) => application === id)[0] as PlannedPerson
    const isFree = !isTaken(one) && !isFull(one) && minutesTaken(one, plan).every(each => !minutes.has(each))
    if (isLawful(one, always) && agreesToOfficial(one) && isOnGrid(one, plan) && isFree) hold(one)
    else refused.add(id)
  }
  return refused
}

/** The first day on which a schedule may not be as it is; null: it may. Written from the clauses, not from the code. */
export function unlawfulDayOf(receptions: readonly Reception[], { restrictions, today }: Plan): string | null {
  const faulty = receptions.filter(({ from, to, kind, instruction, mode, date }) => {
    const isVideoOnly = restrictions.some(one => date >= one.from && date <= (one.to ?? '9999'))
    if (minute(to) - minute(from) < 1) return true
    if (kind === 'off_schedule' && !instruction) return true
    return isVideoOnly && mode !== 'video' && !(date < today)
  })
  return faulty[0]?.date ?? null
}

const timeOf = ({ booking }: PlannedPerson) => `${booking?.officialId} ${booking?.date} ${booking?.time}`

function agreesToOfficial({ booking, appointed }: PlannedPerson): boolean {
  if (appointed === null || booking === null || booking.agreed.includes('other_official')) return true
  return appointed.officialId === booking.officialId
}

function isOnGrid({ booking }: PlannedPerson, plan: Plan): boolean {
  const at = plan.receptions.find(one => one.id === booking?.reception)
  return at === undefined || booking?.time == null || gridOf(at).includes(minute(booking.time))
}

/** Every place of a reception on its grid. */
export function gridOf({ from, to, slot, buffer }: Reception): number[] {
  const grid: number[] = []
  for (let at = minute(from); at <= minute(to) - slot; at += slot + buffer) grid.push(at)
  return grid
}

function isThere(officialId: string, date: string, plan: Plan): boolean {
  const official = plan.officials.find(one => one.id === officialId)
  if (official === undefined || plan.absences.some(one => isAbout(one, 'official', officialId, date))) return false
  return date >= (official.since ?? '0000') && date <= (official.until ?? '9999')
}

function isAbout({ missing, from, to }: Plan['absences'][number], kind: string, name: string, date: string): boolean {
  const what = missing.kind === 'official' ? missing.id : missing.kind === 'room' ? missing.room : missing.link
  return missing.kind === kind && what === name && from <= date && date <= to
}

function minutesTaken({ booking }: PlannedPerson, plan: Plan): string[] {
  if (booking === null || booking.time === null) return []
  const slot =
    plan.receptions.find(one => one.id === booking.reception)?.slot ??
    plan.officials.find(one => one.id === booking.officialId)?.slot ??
    1
  const start = minute(booking.time)
  return Array.from({ length: slot }, (_, index) => `${booking.officialId} ${booking.date} ${start + index}`)
}

function mostOf(id: string, plan: Plan): number {
  const reception = plan.receptions.find(one => one.id === id)
  return reception === undefined ? 0 : (reception.capacity ?? gridOf(reception).length)
}
