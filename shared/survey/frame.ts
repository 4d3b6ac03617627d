import type { EntityId } from '../change/action.ts'
import type { Fallen, FrameCounts, StrataBy } from './model.ts'

/** Someone of the period a survey may ask. Codes are empty where not known. */
export interface Candidate {
  readonly entity: EntityId
  /** When it was: later ones are asked where a phone stands twice. Sorts as text. */
  readonly at: string
  readonly consent: boolean
  /** As it can be compared; empty: none. */
  readonly phone: string
  readonly erased: boolean
  readonly strata: Readonly<Record<Exclude<StrataBy, 'all'>, string>>
}

/** A frame: its counts, and those who can be called. */
export interface Frame {
  readonly counts: FrameCounts
  readonly reachable: readonly Candidate[]
}

/**
 * Who of a period can be called, and why the others fall out: no consent to be phoned (94-V), erased, no phone, or the same
 * phone as of a later one: nobody is called twice. The first that holds is counted.
 */
export function frameOf(candidates: readonly Candidate[]): Frame {
  const fallen: Record<Fallen, number> = { no_consent: 0, no_phone: 0, same_phone: 0, erased: 0 }
  const byPhone = new Map<string, Candidate>()
  for (const one of candidates) {
    const why = whyFallen(one)
    if (why !== null) fallen[why] += 1
    else {
      const other = byPhone.get(one.phone)
      if (other !== undefined) fallen.same_phone += 1
      if (other === undefined || isLater(one, other)) byPhone.set(one.phone, one)
    }
  }
  const reachable = [...byPhone.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1))
  return { counts: { all: candidates.length, reachable: reachable.length, fallen }, reachable }
}

/** The code of the stratum somebody is of; of no strata `all`. */
export function stratumOf({ strata }: Pick<Candidate, 'strata'>, by: StrataBy): string {
  return by === 'all' ? 'all' : strata[by]
}

function whyFallen({ erased, consent, phone }: Candidate): Exclude<Fallen, 'same_phone'> | null {
  if (erased) return 'erased'
  if (!consent) return 'no_consent'
  return phone === '' ? 'no_phone' : null
}

function isLater(a: Candidate, b: Candidate): boolean {
  return a.at === b.at ? a.entity > b.entity : a.at > b.at
}
