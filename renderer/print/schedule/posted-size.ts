import type { Bilingual } from '#shared/official/model.ts'
import type { FootParagraph } from '#shared/posting/posted-foot.ts'
import type { PostedSheet, SheetRow } from '#shared/schedule/posted-sheet.ts'

/** Papers a schedule is posted on. */
export type PostedPaper = 'a4' | 'a3'

/** Points in a millimetre of paper. */
export const POINTS_PER_MM = 72 / 25.4

/** Room inside the margins in points, sizes of type from the largest, and the foot's share; posted-schedule.css holds the same. */
const PAPERS = {
  a4: { width: 273 * POINTS_PER_MM, height: 189 * POINTS_PER_MM, gap: 25.5, small: 0.82 },
  a3: { width: 392 * POINTS_PER_MM, height: 274 * POINTS_PER_MM, gap: 25.5, small: 0.7 },
} as const
const SIZES: Readonly<Record<PostedPaper, readonly number[]>> = {
  a4: [15, 14, 13, 12.25, 11.5, 11, 10.5, 10, 9.5, 9, 8.5],
  a3: [22.5, 21, 19.5, 18.5, 17.25, 16.5, 15.75, 15, 14.25, 13.5, 12.75],
}

/** Where no size fits on one page the sheet goes on to the next in this one, which still reads well. */
const FLOWING_STEP = 6

/** Mean width of a letter of Noto Serif in em, on the safe side: bold, regular, bold capitals; and of a space or stop. */
export const BOLD = 0.66
export const REGULAR = 0.615
const CAPITALS = 0.79
const NARROW = 0.3
/** Height of a line against the size of its type. */
export const LEADING = 1.22
/** Size of a name against the sheet's type, and the padding of a row with its rule, in em. */
const NAME = 1.12
const PADDING = 0.62

/** How large a posted sheet is set, and whether it goes on to further pages, which are then numbered. */
export interface PostedStep {
  readonly step: number
  readonly flows: boolean
}

/**
 * The step of type for a posted sheet: the largest at which everything is estimated to stand on one page. 0 is the
 * largest; the sizes stand in posted-schedule.css as `.posted-step-N`.
 */
export function postedStep(sheet: PostedSheet, paper: PostedPaper, foot: readonly FootParagraph[]): PostedStep {
  const fitting = SIZES[paper].findIndex(size => fits(sheet, paper, size, foot))
  return fitting === -1 ? { step: FLOWING_STEP, flows: true } : { step: fitting, flows: false }
}

function fits(sheet: PostedSheet, paper: PostedPaper, size: number, foot: readonly FootParagraph[]): boolean {
  const { width, height, gap, small } = PAPERS[paper]
  const page = width / size
  const half = (page - gap / size) / 2
  // Columns in em: day 10.6 and person on both sides, hours 7.6 and room 4 between, paddings of 0.6 on each side.
  const person = (page - 2 * 10.6 - 7.6 - 4) / 2 - 1.2
  const rows = [...sheet.leaders, ...sheet.staff]
  const words = rows.flatMap(row => both(row.name).flatMap(wordsOf))
  if (words.some(word => widthOf(word, BOLD * NAME) > person)) return false
  const head =
    tallest(sheet.office.name, name => lines(name, half, CAPITALS * 0.95)) * 0.95 * LEADING + 0.32 + 1.85 * 1.15
  const under =
    tallest(sheet.monthTitle, title => lines(`${'x'.repeat(27)} ${title}`, half, BOLD * 1.15)) * 1.15 * LEADING
  const table = rows.reduce((sum, row) => sum + rowHeight(row, person), 0) + 1.5 + 2.5
  const block = sheet.staff.length > 0 ? 0.85 * LEADING + 0.8 : 0
  const footHeight = foot.reduce((sum, { text, kind }) => {
    const scale = small * (kind === 'source' ? 0.85 : 1)
    return sum + tallest(text, one => lines(one, half, REGULAR * scale)) * scale * 1.32
  }, 0.35)
  return (head + under + 1.35 + table + block + footHeight) * size <= height
}

function rowHeight(row: SheetRow, person: number): number {
  const name = tallest(row.name, text => lines(text, person, BOLD * NAME)) * NAME * LEADING
  const position = tallest(row.position, text => lines(text, person, REGULAR)) * LEADING
  const slots = row.slots.reduce((sum, slot) => {
    const day = slot.kind === 'days' ? slot.days : slot.except
    const video = slot.video ? 2 * LEADING : 0
    return sum + tallest(day, text => lines(text, 9.4, BOLD * 1.25)) * 1.25 * 1.12 + LEADING + video + PADDING
  }, 0)
  return Math.max(name + position + PADDING, slots)
}

/** Lines a text takes in a column, words kept whole; widths in em, `letter` the mean width of a letter. */
export function lines(text: string, width: number, letter: number): number {
  let count = 1
  let used = 0
  for (const word of wordsOf(text)) {
    const needed = widthOf(word, letter)
    if (used > 0 && used + NARROW * letter + needed > width) {
      count += 1
      used = needed
    } else {
      used += (used > 0 ? NARROW * letter : 0) + needed
    }
  }
  return count
}

function wordsOf(text: string): string[] {
  return text.split(/\s|(?<=-)/)
}

function widthOf(word: string, letter: number): number {
  const stops = word.replace(/[^,.;:·-]/g, '').length
  return (word.length - stops) * letter + stops * NARROW
}

function both(text: Bilingual): readonly string[] {
  return [text.kk, text.ru]
}

function tallest(text: Bilingual, measure: (text: string) => number): number {
  return Math.max(measure(text.kk), measure(text.ru))
}
