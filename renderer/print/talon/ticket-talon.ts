import type { Pair, TalonBlocks } from './blocks.ts'
import { type MeasureIn, TicketColumn, type TicketFont, type TicketLayout } from './ticket-column.ts'

/** Lays a talon out on ticket paper of `width` dots. */
export function ticketTalon(blocks: TalonBlocks, width: number, measure: MeasureIn): TicketLayout {
  const column = new TicketColumn(width, measure)
  const font = fontsOf(width)
  column.text(blocks.office, font.strong, 'center')
  column.rule()
  column.text(blocks.title, font.title, 'center')
  column.text(blocks.subtitle, font.body, 'center')
  if (blocks.copy !== null) {
    const { mark, why } = blocks.copy
    column.gap(12)
    column.framed(() => {
      column.text(mark, font.mark, 'center', 20)
      column.text(why, font.body, 'center', 20)
    })
  }
  column.gap(14)
  column.text(blocks.number.label, font.label, 'center')
  column.fitted(blocks.number.text, font.number, font.title.size / 2)
  column.gap(4)
  column.text(blocks.number.note, font.label, 'center')
  column.rule()
  addPairs(column, blocks.pairs, font)
  column.rule()
  column.text(blocks.next.title, font.heading)
  column.gap(6)
  addPairs(column, blocks.next.pairs, font)
  if (blocks.next.pairs.length > 0) column.gap(8)
  for (const sentence of blocks.next.sentences) column.text(sentence, font.body)
  column.rule()
  for (const { label, text } of blocks.foot) column.text(`${label}: ${text}`, font.body)
  column.gap(8)
  column.text(blocks.keep, font.strong, 'center')
  return column.done()
}

function addPairs(column: TicketColumn, pairs: readonly Pair[], font: TicketFonts): void {
  for (const [index, { label, text }] of pairs.entries()) {
    if (index > 0) column.gap(8)
    column.text(label, font.label)
    column.text(text, font.value)
  }
}

export type TicketFonts = Readonly<
  Record<'label' | 'body' | 'strong' | 'value' | 'heading' | 'mark' | 'title' | 'number', TicketFont>
>

/** Fonts in dots; an eighth of a millimetre each. The wider paper takes larger letters. */
export function fontsOf(width: number): TicketFonts {
  const sized = (size: number, weight: TicketFont['weight']) => ({
    size: Math.round(width > 400 ? size * 1.2 : size),
    weight,
  })
  return {
    label: sized(21, 400),
    body: sized(23, 400),
    strong: sized(23, 600),
    value: sized(26, 600),
    heading: sized(26, 700),
    mark: sized(30, 700),
    title: sized(42, 700),
    number: sized(56, 700),
  }
}
