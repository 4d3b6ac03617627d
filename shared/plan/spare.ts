import type { Reception } from '../schedule/model.ts'
import type { LookedOver } from './looked-over.ts'
import type { Fallen } from './stands.ts'

interface Lost {
  readonly reception: Reception
  readonly why: Fallen
}

/** Receptions of a lost room or link with another one that is free at their hours; those for which there is none are not here. */
export function rehoused(lost: readonly Lost[], looked: LookedOver): Reception[] {
  const spare = new Spare(looked)
  return lost.flatMap(({ reception, why }) => {
    if (why.code === 'room_absent') return spare.roomFor(reception)
    return why.code === 'link_absent' ? spare.linkFor(reception) : []
  })
}

/**
 * Receptions in person as receptions by video; by a link that is free, where one is known: of the plan, or one of `links`, those
 * of the directory. A link by which the official receives already goes first.
 */
export function switchedToVideo(
  receptions: readonly Reception[],
  looked: LookedOver,
  links: readonly string[] = [],
): Reception[] {
  const spare = new Spare(looked, links)
  return receptions.map(reception => {
    const [found] = spare.linkFor({ ...reception, mode: 'video' })
    return found ?? { ...reception, mode: 'video' as const, link: '' }
  })
}

/** Rooms and links the plan knows, and who has them when. */
class Spare {
  readonly #looked: LookedOver
  readonly #rooms: readonly string[]
  readonly #links: readonly string[]
  readonly #byDay = new Map<string, Reception[]>()
  constructor(looked: LookedOver, links: readonly string[] = []) {
    const { receptions, officials } = looked.plan
    this.#looked = looked
    this.#rooms = known([...officials, ...receptions].map(({ room }) => room))
    this.#links = known([...links, ...receptions.map(({ link }) => link)])
    for (const one of receptions) this.#byDay.set(one.date, [...(this.#byDay.get(one.date) ?? []), one])
  }

  roomFor(reception: Reception): Reception[] {
    const room = this.#rooms.find(
      name =>
        this.#looked.absenceOf('room', name, reception.date) === null &&
        this.#isFree(reception, other => other.mode === 'in_person' && other.room === name),
    )
    return room === undefined ? [] : this.#given(reception, { ...reception, room })
  }

  linkFor(reception: Reception): Reception[] {
    const own = known((this.#looked.ofOfficial.get(reception.officialId) ?? []).map(one => one.link))
    const link = [...own, ...this.#links].find(
      name =>
        this.#looked.absenceOf('link', name, reception.date) === null &&
        this.#isFree(reception, other => other.mode === 'video' && other.link === name),
    )
    return link === undefined ? [] : this.#given(reception, { ...reception, link })
  }

  #isFree({ id, date, from, to }: Reception, isThere: (other: Reception) => boolean): boolean {
    const others = this.#byDay.get(date) ?? []
    return !others.some(other => other.id !== id && isThere(other) && other.from < to && from < other.to)
  }

  /** What is given to one is not free for the next. */
  #given(before: Reception, after: Reception): Reception[] {
    const others = this.#byDay.get(after.date) ?? []
    this.#byDay.set(
      after.date,
      others.map(one => (one.id === before.id ? after : one)),
    )
    return [after]
  }
}

function known(names: readonly string[]): string[] {
  return [...new Set(names)].filter(name => name !== '').sort()
}
