/**
 * The line told a second time, in other words than the product's: people are asked one after another "may anybody stand before you?",
 * instead of being sorted by keys. Minutes of the day.
 */
export interface Person {
  readonly name: number
  readonly came: number
  readonly booked: number | null
  readonly outOfTurn: boolean
}

const PACE = 20
const TOLERANCE = 15

const onTime = ({ booked, came }: Person) => booked !== null && came <= booked + TOLERANCE
const hasRight = (one: Person, now: number) => onTime(one) && (one.booked as number) <= now
const promised = (one: Person, promise: number) => (onTime(one) ? (one.booked as number) : one.came) + promise
const sooner = (a: Person, b: Person) => a.came < b.came || (a.came === b.came && a.name < b.name)

/** Whether all of these can be called in time, one each `PACE` minutes, if somebody else is called now. */
function canWaitForOne(people: readonly Person[], now: number, promise: number): boolean {
  const ends = people.map(one => promised(one, promise)).sort((a, b) => a - b)
  let call = now
  return ends.every(end => {
    call += PACE
    return call <= end
  })
}

/** Who is called now of those who wait. */
export function modelFirst(waiting: readonly Person[], now: number, promise: number): Person | undefined {
  const least = (people: readonly Person[], before: (a: Person, b: Person) => boolean) =>
    people.reduce<Person | undefined>((best, one) => (best === undefined || before(one, best) ? one : best), undefined)
  const privileged = waiting.filter(({ outOfTurn }) => outOfTurn)
  if (privileged.length > 0) return least(privileged, sooner)
  const booked = waiting.filter(one => hasRight(one, now))
  if (!waiting.some(onTime)) return least(waiting, sooner)
  if (canWaitForOne(waiting, now, promise)) {
    if (booked.length === 0) return least(waiting, sooner)
    const time = Math.min(...booked.map(one => one.booked as number))
    return least(
      booked.filter(one => one.booked === time),
      sooner,
    )
  }
  const end = Math.min(...waiting.map(one => promised(one, promise)))
  return least(
    waiting.filter(one => promised(one, promise) === end),
    sooner,
  )
}
