import { type Action, chainPlaceOf, type Noun } from '#shared/change/action.ts'
import type { Journal } from '../journal/types.ts'

/** A number of a series: of a year, from 1. */
interface Numbered {
  readonly year: number
  readonly serial: number
}

/** The numbers this desk gives in a series a year. A number that was given is never given again, annulled or not. */
export interface GivenNumbers {
  /** The serial after the greatest one given in a year. Asked only in a turn of the gate. */
  next(year: number): Promise<number>
  /** Told once what bears it stands in the journal. */
  given(number: Numbered): void
}

/** The numbers that acts of a noun gave: every entity is read once, when first asked. `numberIn`: null of an act that gives none. */
export function givenNumbers(
  journal: Journal,
  noun: Noun,
  numberIn: (action: Action) => Numbered | null,
): GivenNumbers {
  let reading: Promise<Map<number, number>> | null = null

  async function read(): Promise<Map<number, number>> {
    const greatest = new Map<number, number>()
    for (const entity of journal.entitiesOf(noun)) {
      for (const action of await journal.actionsOf(entity)) {
        const number = chainPlaceOf(action.id).installation === journal.installation ? numberIn(action) : null
        if (number !== null) note(greatest, number)
      }
    }
    return greatest
  }

  async function known(): Promise<Map<number, number>> {
    reading ??= read()
    // What could not be read now may be readable the next time.
    reading.catch(() => {
      reading = null
    })
    return reading
  }

  return {
    next: async year => ((await known()).get(year) ?? 0) + 1,
    given: number => void known().then(greatest => note(greatest, number)),
  }
}

function note(greatest: Map<number, number>, { year, serial }: Numbered): void {
  greatest.set(year, Math.max(greatest.get(year) ?? 0, serial))
}
