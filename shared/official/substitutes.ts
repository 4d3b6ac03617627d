import type { Official } from './model.ts'

type Substituted = Pick<Official, 'id' | 'substitutes'>

/**
 * The shortest ring by which an official comes to act for themselves, as ids from who acts first to the official; null where
 * there is none. A ring is lawful (two who act for each other), but nobody is left where all of it are away.
 */
export function ringOf(official: Substituted, others: readonly Substituted[]): string[] | null {
  const next = new Map(others.map(one => [one.id, one.substitutes]))
  next.set(official.id, official.substitutes)
  const seen = new Set<string>()
  let paths: string[][] = official.substitutes.map(id => [id])
  while (paths.length > 0) {
    const closed = paths.find(path => path.at(-1) === official.id)
    if (closed !== undefined) return closed
    paths = paths.flatMap(path => {
      const last = path.at(-1) ?? ''
      if (seen.has(last)) return []
      seen.add(last)
      return (next.get(last) ?? []).map(id => [...path, id])
    })
  }
  return null
}
