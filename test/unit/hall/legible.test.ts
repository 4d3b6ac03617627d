import { describe, expect, it } from 'vitest'
import { readText } from '../house/sources.ts'

const CSS = readText('renderer/hall/hall.css')
const TONES = readText('renderer/app/look/tones.css')

/** Height of a panel of 43 inches, 16:9, in millimetres: 43 × 25.4 × 9 / √(16² + 9²). */
const PANEL = (43 * 25.4 * 9) / Math.hypot(16, 9)
/** Height of a capital or a figure of Noto Sans, in em. */
const CAPITAL = 0.714

/** Size of type in hundredths of the screen's height. */
function sizeOf(name: string): number {
  return Number(new RegExp(`--${name}: ([\\d.]+);`).exec(CSS)?.[1])
}

/** Height of a figure on the panel, in millimetres. */
function letters(name: string): number {
  return (sizeOf(name) / 100) * PANEL * CAPITAL
}

/** One colour of the look, as `rgb`. */
function tone(scheme: 'light' | 'dark', name: string): number[] {
  const block = TONES.split(`scheme="${scheme}"]`)[1]?.split('}')[0] ?? ''
  const hex = new RegExp(`--${name}: #([0-9a-f]{3,6});`).exec(block)?.[1] ?? ''
  const pairs = hex.length === 3 ? [...hex].map(digit => digit + digit) : (hex.match(/../g) ?? [])
  return pairs.map(pair => Number.parseInt(pair, 16))
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(scheme: 'light' | 'dark', ink: string, ground: string): number {
  const [low = 0, high = 0] = [luminance(tone(scheme, ink)), luminance(tone(scheme, ground))].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe('the screen of the hall is read from where people sit', () => {
  it('numbers and rooms from 10 m: figures of 34 mm on 43 inches (30 mm wanted), 69 px at 1080 lines', () => {
    expect(letters('large')).toBeGreaterThan(30)
    expect(Math.round(letters('large'))).toBe(34)
    expect(Math.round((sizeOf('large') / 100) * 1080 * CAPITAL)).toBe(69)
  })

  it('earlier calls from 6 m, sentences from 3.5 m, by 1 mm for each third of a metre', () => {
    expect(letters('small')).toBeGreaterThan(20)
    expect(letters('words')).toBeGreaterThan(10.5)
  })

  it.each(['light', 'dark'] as const)('every pair of ink and ground has 7:1 or more, %s', scheme => {
    const pairs = [
      ['ink', 'ground'],
      ['ink', 'card'],
      ['ink', 'sky-soft'],
      ['sky-ink', 'ground'],
      ['pressed-ink', 'pressed'],
    ] as const
    for (const [ink, ground] of pairs) {
      expect(contrast(scheme, ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7)
    }
    for (const light of ['green', 'amber', 'red']) expect(contrast(scheme, light, 'ground')).toBeGreaterThan(4.5)
  })

  it('nothing blinks three times a second, and nothing at all where a person asked for rest', () => {
    const lengths = [...CSS.matchAll(/animation: hall-(?:point|flash) ([\d.]+)s/g)].map(([, length]) => Number(length))
    expect(lengths).toHaveLength(2)
    for (const length of lengths) expect(1 / length).toBeLessThan(3)
    const [moving = '', atRest = ''] = CSS.split('@media (prefers-reduced-motion: no-preference)').reverse()
    expect(moving.match(/animation: hall-/g)).toHaveLength(3)
    expect(atRest).not.toMatch(/animation:/)
  })
})
