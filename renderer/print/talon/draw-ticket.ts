import type { MeasureIn, TicketFont, TicketLayout, TicketMark } from './ticket-column.ts'

/** Ticket papers: width of the paper and of what the head prints, in millimetres. */
export const TICKETS = { '58mm': { paper: 58, printed: 48 }, '80mm': { paper: 80, printed: 72 } } as const
export type TicketShape = keyof typeof TICKETS

/** Dots of a millimetre at 203 dpi. */
const DOTS = 8
/** White above and below the bitmap, in millimetres: where a ticket is torn off. */
const ABOVE = 2
const BELOW = 4
/** Darker than this is black: thin strokes of small letters stay whole. */
const THRESHOLD = 150
const FAMILY = '"Noto Sans"'
const WEIGHTS = [400, 600, 700]
/** A tile of 4 x 4 dots is filled in this order. */
const TILE = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

/**
 * Draws a ticket as a bitmap of black and white dots and gives the page its size. `lay` lays it out by measured words;
 * `letters` is all it may say, for the fonts to be there first. Rejects where a font cannot be had.
 */
export async function drawTicket(
  root: HTMLElement,
  shape: TicketShape,
  letters: string,
  lay: (width: number, measure: MeasureIn) => TicketLayout,
): Promise<void> {
  await Promise.all(WEIGHTS.map(weight => document.fonts.load(`${weight} 24px ${FAMILY}`, letters)))
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  const measure: MeasureIn = (text, font) => {
    context.font = fontOf(font)
    return context.measureText(text).width
  }
  const layout = lay(TICKETS[shape].printed * DOTS, measure)
  canvas.width = layout.width
  canvas.height = layout.height
  // Nothing typed turns the line around: each is set from left to right, whatever letters it has.
  context.direction = 'ltr'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, layout.width, layout.height)
  context.fillStyle = '#000'
  for (const mark of layout.marks) drawMark(context, mark)
  toBlackAndWhite(context, layout)
  place(root, canvas, shape, layout.height)
}

function fontOf({ size, weight }: TicketFont): string {
  return `${weight} ${size}px ${FAMILY}, sans-serif`
}

function drawMark(context: CanvasRenderingContext2D, mark: TicketMark): void {
  switch (mark.kind) {
    case 'text':
      context.font = fontOf(mark.font)
      context.fillText(mark.text, mark.x, mark.y)
      break
    case 'bar':
      context.fillRect(mark.x, mark.y, mark.width, mark.height)
      break
    case 'shade':
      drawShade(context, mark)
  }
}

/** A share of black as a pattern of dots: the head knows no grey. */
function drawShade(context: CanvasRenderingContext2D, { x, y, size, share }: TicketMark & { kind: 'shade' }): void {
  for (let dot = 0; dot < size * size; dot += 1) {
    const [across, down] = [dot % size, Math.floor(dot / size)]
    const order = TILE[(down % 4) * 4 + (across % 4)] ?? 0
    if (order < share * TILE.length) context.fillRect(x + across, y + down, 1, 1)
  }
}

function toBlackAndWhite(context: CanvasRenderingContext2D, { width, height }: TicketLayout): void {
  const image = context.getImageData(0, 0, width, height)
  const { data } = image
  for (let at = 0; at < data.length; at += 4) {
    const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
    data.fill(light < THRESHOLD ? 0 : 255, at, at + 3)
    data[at + 3] = 255
  }
  context.putImageData(image, 0, 0)
}

/** One page as wide as the paper and as long as the ticket, the bitmap in its middle at exactly 8 dots a millimetre. */
function place(root: HTMLElement, canvas: HTMLCanvasElement, shape: TicketShape, dots: number): void {
  const { paper, printed } = TICKETS[shape]
  const height = dots / DOTS
  // Taller than wide, or a printer would take it for a page on its side.
  const page = Math.max(Math.ceil(ABOVE + height + BELOW), paper + 1)
  const style = new CSSStyleSheet()
  style.replaceSync(`@page { size: ${paper}mm ${page}mm; margin: 0 } html, body { margin: 0; padding: 0 }`)
  document.adoptedStyleSheets = [style]
  Object.assign(canvas.style, {
    display: 'block',
    width: `${printed}mm`,
    height: `${height}mm`,
    margin: `${ABOVE}mm 0 0 ${(paper - printed) / 2}mm`,
    imageRendering: 'pixelated',
  })
  root.replaceChildren(canvas)
}
