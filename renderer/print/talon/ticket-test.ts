import type { TestTexts } from './test-texts.ts'
import { type MeasureIn, TicketColumn, type TicketLayout } from './ticket-column.ts'
import { fontsOf } from './ticket-talon.ts'

/** Dots of a millimetre at 203 dpi. */
const MILLIMETRE = 8
const SHARES = [0.125, 0.25, 0.5, 0.75, 1]

/** The test page on ticket paper: a frame at the very edge of what the head prints, letters, signs, ruler, shades. */
export function ticketTest(texts: TestTexts, width: number, measure: MeasureIn): TicketLayout {
  const column = new TicketColumn(width, measure)
  const font = fontsOf(width)
  const inset = 20
  column.gap(16)
  for (const title of texts.titles) column.text(title, font.strong, 'center', inset)
  column.gap(10)
  for (const { label, text } of texts.samples) {
    column.text(label, font.label, 'left', inset)
    column.text(text, font.value, 'left', inset)
    column.gap(6)
  }
  column.text(texts.shades, font.label, 'left', inset)
  addShades(column, inset)
  column.text(texts.ruler, font.label, 'left', inset)
  addRuler(column)
  for (const sentence of texts.frame) column.text(sentence, font.label, 'left', inset)
  column.gap(16)
  const layout = column.done()
  column.frame(0, layout.height, 0)
  return column.done()
}

function addShades(column: TicketColumn, inset: number): void {
  const size = Math.floor((column.width - 2 * inset) / SHARES.length)
  for (const [index, share] of SHARES.entries()) {
    column.mark({ kind: 'shade', x: inset + index * size, y: column.y + 4, size: size - 6, share })
  }
  column.gap(size + 10)
}

/** A tick each millimetre, from edge to edge of what can be printed; longer each fifth, longest each tenth. */
function addRuler(column: TicketColumn): void {
  for (let tick = 0; tick * MILLIMETRE < column.width; tick += 1) {
    const height = tick % 10 === 0 ? 28 : tick % 5 === 0 ? 20 : 12
    column.mark({ kind: 'bar', x: tick * MILLIMETRE, y: column.y, width: 2, height })
  }
  column.gap(40)
}
