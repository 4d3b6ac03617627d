import { wrapText } from './wrap.ts'

/** A font of the ticket: size in dots and weight. */
export interface TicketFont {
  readonly size: number
  readonly weight: 400 | 600 | 700
}

/** What is drawn on a ticket, in dots from its top left corner. `y` of a text is its base line. */
export type TicketMark =
  | { readonly kind: 'text'; readonly text: string; readonly font: TicketFont; readonly x: number; readonly y: number }
  | { readonly kind: 'bar'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: 'shade'; readonly x: number; readonly y: number; readonly size: number; readonly share: number }

/** A ticket laid out: everything stands inside width and height. */
export interface TicketLayout {
  readonly width: number
  readonly height: number
  readonly marks: readonly TicketMark[]
}

/** Width of a text in a font, in dots. */
export type MeasureIn = (text: string, font: TicketFont) => number

/** A line is as high as the tallest letters of Noto Sans with their marks, so that no two lines touch. */
const LINE = 1.36
const BASE = 1.06
/** Nothing but a frame stands nearer to the edge of what the head can print. */
const INSET = 8
const THIN = 2

/** A column of a ticket, filled from the top. All measures in dots. */
export class TicketColumn {
  readonly width: number
  readonly #measure: MeasureIn
  readonly #marks: TicketMark[] = []
  #y = INSET

  constructor(width: number, measure: MeasureIn) {
    this.width = width
    this.#measure = measure
  }

  get y(): number {
    return this.#y
  }

  gap(dots: number): void {
    this.#y += dots
  }

  text(text: string, font: TicketFont, align: 'left' | 'center' = 'left', inset = INSET): void {
    const room = this.width - 2 * inset
    for (const line of wrapText(text, room, part => this.#measure(part, font))) {
      const free = room - this.#measure(line, font)
      const x = inset + (align === 'center' ? Math.max(0, Math.round(free / 2)) : 0)
      this.mark({ kind: 'text', text: line, font, x, y: this.#y + Math.round(font.size * BASE) })
      this.#y += Math.ceil(font.size * LINE)
    }
  }

  /** The text on one line in the largest size from `largest` to `least`; wrapped where even the least is too wide. */
  fitted(text: string, font: TicketFont, least: number): void {
    let { size } = font
    while (size > least && this.#measure(text, { ...font, size }) > this.width - 2 * INSET) size -= 1
    this.text(text, { ...font, size }, 'center')
  }

  rule(): void {
    this.#y += 10
    this.mark({ kind: 'bar', x: INSET, y: this.#y, width: this.width - 2 * INSET, height: THIN })
    this.#y += THIN + 12
  }

  /** A frame around what `fill` adds. */
  framed(fill: () => void): void {
    const top = this.#y
    this.#y += 10
    fill()
    this.#y += 10
    this.frame(top, this.#y - top, INSET)
    this.#y += 4
  }

  frame(y: number, height: number, inset: number): void {
    const [x, width] = [inset, this.width - 2 * inset]
    const side = { kind: 'bar', y, height, width: THIN } as const
    const edge = { kind: 'bar', x, width, height: THIN } as const
    this.mark({ ...edge, y }, { ...edge, y: y + height - THIN }, { ...side, x }, { ...side, x: x + width - THIN })
  }

  mark(...marks: TicketMark[]): void {
    this.#marks.push(...marks)
  }

  done(): TicketLayout {
    return { width: this.width, height: this.#y + INSET, marks: this.#marks }
  }
}
