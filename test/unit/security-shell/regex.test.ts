import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { isEnding } from '#shared/repeat/endings.ts'
import { KAZAKH_ENDINGS, RUSSIAN_ENDINGS } from '#shared/repeat/seed-endings.ts'
import { foldWords } from '#shared/text/fold.ts'
import { type Pattern, patternsOf, pumpsOf } from '#test/fixtures/regex-literals.ts'
import { sourcesOf } from '#test/unit/house/sources.ts'

const LENGTH = 1_000_000
/**
 * A pattern that takes longer for a text of a million signs is one a hostile text holds the desk up with. The slowest takes
 * some 80 ms on an idle machine; a bad one takes all the time there is.
 */
const MOST = 300
const HELD_UP = 1000

const found = sourcesOf('shared', 'electron', 'renderer').map(patternsOf)
const PATTERNS = [
  ...new Map(found.flatMap(({ literals }) => literals).map(one => [`/${one.pattern}/${one.flags}`, one])).values(),
]
const context = vm.createContext({ use: null })

/** How long a pattern looks at a text, in milliseconds; it is cut short in the end, or a bad one would hold the test up. */
function timeOf({ pattern, flags }: Pick<Pattern, 'pattern' | 'flags'>, text: string): number {
  const expression = new RegExp(pattern, flags)
  context.use = () => (flags.includes('g') ? text.replace(expression, '') : expression.exec(text))
  const started = performance.now()
  try {
    vm.runInContext('use()', context, { timeout: HELD_UP })
  } catch {
    return HELD_UP
  }
  return performance.now() - started
}

/** The least of a few tries: another program on the machine makes some of them long, a bad pattern all. */
function leastOf(pattern: Pick<Pattern, 'pattern' | 'flags'>, text: string, enough: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 5 && least > enough; attempt++) {
    least = Math.min(least, timeOf(pattern, text))
    if (least >= HELD_UP) break
  }
  return least
}

const ENDS = ['\u0001', 'a\u0001']
const textOf = (pump: string, length: number) => pump.repeat(Math.ceil(length / pump.length)).slice(0, length)

/** The longest a pattern takes for a text made to hold it up: all in a short form, the two worst in full length. */
function worstOf(pattern: Pick<Pattern, 'pattern' | 'flags'>): { pump: string; time: number } {
  const short = pumpsOf(pattern.pattern).flatMap(pump =>
    ENDS.map(end => ({ pump, end, time: leastOf(pattern, textOf(pump, 2500) + end, 0) })),
  )
  const worst = short.toSorted((a, b) => b.time - a.time).slice(0, 2)
  const long = worst.map(({ pump, end }) => ({ pump, time: leastOf(pattern, textOf(pump, LENGTH) + end, MOST * 0.8) }))
  return long.toSorted((a, b) => b.time - a.time)[0] ?? { pump: '', time: 0 }
}

describe('a million signs made to hold a pattern up', () => {
  it(`keep none of ours longer than ${MOST} ms`, () => {
    expect(PATTERNS.length).toBeGreaterThan(200)
    const timed = PATTERNS.map(one => ({ ...one, ...worstOf(one) }))
    const slowest = timed.toSorted((a, b) => b.time - a.time).slice(0, 3)
    console.log(
      `${PATTERNS.length} patterns; the slowest: ${slowest.map(one => `/${one.pattern}/ ${one.time.toFixed(0)} ms`).join(', ')}`,
    )
    const slow = timed.filter(({ time }) => time > MOST)
    expect(
      slow.map(
        ({ file, pattern, pump, time }) => `${file} /${pattern}/ ${JSON.stringify(pump)}: ${time.toFixed(0)} ms`,
      ),
    ).toEqual([])
  }, 300_000)

  it.each([
    ['^(a+)+$', ''],
    ['[.;]+$', ''],
    ['\\s*-\\s*', 'g'],
    ['\\{\\{\\s*([^}|]*?)\\s*\\}\\}', 'g'],
    ['^(?:\u04d9|\u04d9\u04d9)*$', ''],
  ])(
    'hold up /%s/, or the test would prove nothing',
    (pattern, flags) => {
      expect(worstOf({ pattern, flags }).time).toBeGreaterThan(MOST)
    },
    60_000,
  )
})

/** Patterns made while the program runs: of what, and why that cannot hold anything up. */
const MADE: Readonly<Record<string, string>> = {
  'electron/backup/folder.ts': 'an installation (sixteen letters and digits) and twelve digits',
  'electron/journal/atomic-file.ts': 'a mark of our own and twelve digits',
  'electron/windows/file-name.ts': 'one of our own extensions',
  'shared/letter/fill.ts': 'the name of a fact as another pattern found it: letters, digits, underscores',
  'shared/letter/parity.ts': 'months of the locales, each once',
  'shared/repeat/endings.ts': 'endings one after another, of at most sixteen letters: timed below',
  'shared/sync/address.ts': 'parts of an address that stand in the same file, each of a bounded length',
  'shared/text/sounds.ts': 'a choice of letters without repeats',
}

it('a pattern is made of text only where it is known of what', () => {
  expect([...new Set(found.flatMap(({ made }) => made))].sort()).toEqual(Object.keys(MADE))
})

it('endings that can be read in many ways are read at once', () => {
  const endings = [...KAZAKH_ENDINGS.split(' '), ...RUSSIAN_ENDINGS.split(' ')].map(foldWords)
  const words = endings.flatMap(one => [
    `${one.repeat(16).slice(0, 15)}\u0001`,
    `${one}${endings[0]}`.repeat(8).slice(0, 15),
  ])
  const started = performance.now()
  for (const word of words) for (const language of ['kk', 'ru'] as const) isEnding(word, language)
  expect((performance.now() - started) / words.length).toBeLessThan(1)
  expect(isEnding('\u043b\u0430\u0440'.repeat(100_000), 'kk')).toBe(false)
})
