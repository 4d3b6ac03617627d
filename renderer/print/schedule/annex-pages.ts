import type { Bilingual } from '#shared/official/model.ts'
import type { AnnexSheet } from '#shared/schedule/annex-sheet.ts'
import type { SheetRow } from '#shared/schedule/posted-sheet.ts'
import { BOLD, LEADING, lines, POINTS_PER_MM, type PostedPaper, REGULAR } from './posted-size.ts'

/** Room inside the margins in points and sizes of type from the largest; annex-schedule.css holds the same. */
const PAPERS = {
  a4: { width: 273 * POINTS_PER_MM, height: 187 * POINTS_PER_MM, sizes: [10.5, 9.75, 9] },
  a3: { width: 392 * POINTS_PER_MM, height: 270 * POINTS_PER_MM, sizes: [14.75, 13.75, 12.75] },
} as const

/** Shares of the columns, and the padding of a cell on two sides, its height with the rule, in em. */
const SHARES = { body: 0.14, name: 0.16, position: 0.165, time: 0.27, place: 0.125, contact: 0.14 } as const
const SIDES = 0.9
const PADDING = 0.7
/** The approval, the title and the quarter over the table; the mark under it; size of the head of the table. */
const OVER = 11.6
const UNDER = 1.7
const HEAD = 0.78

/** How large the annex is set, and its rows page by page, each page carrying the body, its place and its telephone. */
export interface AnnexPages {
  readonly step: number
  readonly pages: Readonly<Record<keyof Bilingual, readonly (readonly SheetRow[])[]>>
}

/** One column's words of the head in both languages. */
export type AnnexHeads = Readonly<Record<keyof typeof SHARES, Bilingual>>

/** The largest size at which either language is estimated to stand on one page; where none does, the largest on several. */
export function annexPages(sheet: AnnexSheet, paper: PostedPaper, heads: AnnexHeads): AnnexPages {
  const at = (step: number) => ({
    step,
    pages: { kk: pagesOf(sheet, paper, heads, step, 'kk'), ru: pagesOf(sheet, paper, heads, step, 'ru') },
  })
  const steps = PAPERS[paper].sizes.map((_, step) => at(step))
  return steps.find(({ pages }) => pages.kk.length === 1 && pages.ru.length === 1) ?? at(0)
}

function pagesOf(
  { office, rows }: AnnexSheet,
  paper: PostedPaper,
  heads: AnnexHeads,
  step: number,
  language: keyof Bilingual,
): SheetRow[][] {
  const { width, height, sizes } = PAPERS[paper]
  const size = sizes[step] ?? sizes[0]
  const columns = Object.keys(SHARES) as (keyof typeof SHARES)[]
  const wide = (column: keyof typeof SHARES) => (SHARES[column] * width) / size - SIDES
  const head = Math.max(...columns.map(one => lines(heads[one][language], wide(one), BOLD * HEAD)))
  const room = height / size - (head * HEAD * LEADING + PADDING) - UNDER
  const whole = lines(office.name[language], wide('body'), REGULAR) * LEADING + PADDING
  const heightOf = ({ name, position, slots }: SheetRow) => {
    const times = slots.reduce((sum, slot) => {
      const days = slot.kind === 'days' ? slot.days : slot.except
      // A daily slot with exceptions has its own words before them.
      const words = slot.kind === 'days' ? '' : 'x'.repeat(16)
      return sum + lines(`${words} ${days[language]}, ${slot.hours}`, wide('time'), REGULAR) + (slot.video ? 1 : 0)
    }, 0)
    const texts = [lines(name[language], wide('name'), REGULAR), lines(position[language], wide('position'), REGULAR)]
    return Math.max(...texts, times) * LEADING + PADDING
  }
  const pages: SheetRow[][] = []
  let left = 0
  for (const row of rows) {
    const needed = heightOf(row)
    const page = pages.at(-1)
    if (page === undefined || needed > left) {
      pages.push([row])
      left = Math.max(room - (page === undefined ? OVER : 0), whole) - needed
    } else {
      page.push(row)
      left -= needed
    }
  }
  return pages.length === 0 ? [[]] : pages
}
