import { countableOf, dayOf, type View } from '../change/project-view.ts'
import { DIMENSIONS } from '../report/counts.ts'
import { figureMoves } from '../report/day-figures.ts'
import type { KeptSums } from './model.ts'

/** An entity as it stands, and as it will stand once its person is destroyed. */
export interface Erasing {
  readonly live: View | null
  readonly erased: View | null
}

/** What the figures would lose by a destruction: the difference of what the entities count, before and after. */
export function keptSumsOf(entities: readonly Erasing[]): KeptSums {
  const moves = figureMoves(entities.map(({ live, erased }) => ({ before: erased, after: live })))
  const figures = [...moves].map(([day, by]) => ({ day, by: Object.fromEntries(by) }))
  const counts = new Map<string, KeptSums['counts'][number]>()
  for (const { live, erased } of entities) {
    const [day, one, after] = [dayOf(live), countableOf(live), countableOf(erased)]
    for (const dimension of DIMENSIONS) {
      const code = one?.[dimension] ?? null
      if (day === null || code === null || after?.[dimension] === code) continue
      const key = `${day} ${dimension} ${code}`
      counts.set(key, { day, dimension, code, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  return { figures: figures.toSorted((a, b) => a.day - b.day), counts: [...counts.values()] }
}
