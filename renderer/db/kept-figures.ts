import { type FigureMoves, type Figures, movedFigures } from '#shared/report/day-figures.ts'
import type { Reading } from './gather.ts'
import type { Sealer } from './seal.ts'
import type { StoredFigures } from './store.ts'

/** The figures of the days that a fold moves, as they become. */
export type KeptFigures = ReadonlyMap<number, Figures>

/** The figures of each day that moves, after it moved; `known` days are not read. */
export async function gatherFigures(
  read: Reading,
  sealer: Sealer,
  moves: FigureMoves,
  known: ReadonlyMap<number, Figures>,
): Promise<KeptFigures> {
  const unknown = [...moves.keys()].filter(day => !known.has(day))
  const rows = unknown.length === 0 ? [] : await read().then(({ figures }) => figures.bulkGet(unknown))
  const opened = new Map<number, Figures>()
  for (const row of rows) if (row) opened.set(row.day, await openFigures(sealer, row))
  return new Map([...moves].map(([day, by]) => [day, movedFigures(known.get(day) ?? opened.get(day) ?? {}, by)]))
}

/** Seals what is kept; a day whose figures are all zero goes. */
export async function sealFigures(
  sealer: Sealer,
  kept: KeptFigures,
): Promise<{ figures: StoredFigures[]; emptyFigures: number[] }> {
  const isEmpty = (figures: Figures) => Object.keys(figures).length === 0
  const days = [...kept]
  return {
    figures: await Promise.all(
      days
        .filter(([, figures]) => !isEmpty(figures))
        .map(async ([day, figures]) => ({ day, sealed: await sealer.seal('figures', day, figures) })),
    ),
    emptyFigures: days.filter(([, figures]) => isEmpty(figures)).map(([day]) => day),
  }
}

/** Opens the figures of a day. Throws when the key is another or the row was changed. */
export function openFigures(sealer: Sealer, { day, sealed }: StoredFigures): Promise<Figures> {
  return sealer.open<Figures>('figures', day, sealed)
}
