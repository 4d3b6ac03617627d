import type { Bilingual } from '../official/model.ts'
import type { FigureUnit } from './quarterly-model.ts'
import type { DocumentLine, ReportDocument } from './report-paper.ts'

/** A figure that is another one than in the version before; null: it stood there or stands here no more. */
export interface MovedFigure {
  readonly section: Bilingual
  readonly label: Bilingual
  readonly key: string
  readonly unit: FigureUnit
  /** Which period it is of. */
  readonly of: 'current' | 'previous'
  readonly before: number | null
  readonly after: number | null
  /** By how much; null where one side has no figure. */
  readonly by: number | null
}

type Figures = Pick<ReportDocument, 'sections'>

/**
 * Which figures changed between two versions, of either period, in the order of the later one; what has gone stands last. A
 * line is known by its section and its key, so that another name of an entry changes nothing.
 */
export function movedFigures(before: Figures, after: Figures): MovedFigure[] {
  const earlier = linesOf(before)
  const later = linesOf(after)
  const gone = [...earlier].filter(([key]) => !later.has(key))
  return [...later, ...gone].flatMap(([key, { section, line }]) => {
    const was = earlier.get(key)?.line ?? null
    const is = later.get(key)?.line ?? null
    return (['current', 'previous'] as const).flatMap(of => movedIn({ section, line, of, was, is }))
  })
}

interface Looked {
  readonly section: Bilingual
  readonly line: DocumentLine
  readonly of: 'current' | 'previous'
  readonly was: DocumentLine | null
  readonly is: DocumentLine | null
}

function movedIn({ section, line, of, was, is }: Looked): MovedFigure[] {
  const [before, after] = [was?.[of] ?? null, is?.[of] ?? null]
  // A line of nothing that was not there is no news: directories grow.
  if ((before ?? 0) === (after ?? 0) && (was === null || is === null || before === after)) return []
  const by = before === null || after === null ? null : Math.round((after - before) * 10) / 10
  return [{ section, label: line.label, key: line.key, unit: line.unit, of, before, after, by }]
}

function linesOf({ sections }: Figures): Map<string, { readonly section: Bilingual; readonly line: DocumentLine }> {
  return new Map(
    sections.flatMap(({ id, title, lines }) =>
      lines.map(line => [`${id} ${line.key}`, { section: title, line }] as const),
    ),
  )
}
