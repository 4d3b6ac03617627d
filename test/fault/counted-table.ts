import { readFileSync } from 'node:fs'

/** What is injected, in the order of the table; the number that the whole form must reach of each. */
export const GOALS = {
  'faults of files': 2000,
  'losses of power': 1000,
  'kills of the program': 500,
  'full disks': 40,
  'damaged stores': 26,
} as const
export type Kind = keyof typeof GOALS

/** What came of faults: acknowledged and gone or there twice, half-written, told without a sentence a person understands. */
export interface Harm {
  readonly lost: number
  readonly doubled: number
  readonly torn: number
  readonly unclear: number
}

export interface Counted extends Harm {
  readonly kind: Kind
  readonly area: string
  readonly injected: number
}

const HARMS = ['lost', 'doubled', 'torn', 'unclear'] as const

/** What was counted in a file of counts, an area a line. */
export function readCounts(file: string): Counted[] {
  const areas = new Map<string, Counted>()
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const one = JSON.parse(line) as Counted
    const key = `${one.kind} ${one.area}`
    const before = areas.get(key)
    areas.set(key, before === undefined ? one : sum(before, one))
  }
  return [...areas.values()]
}

function sum(one: Counted, other: Counted): Counted {
  const harms = Object.fromEntries(HARMS.map(harm => [harm, one[harm] + other[harm]])) as unknown as Harm
  return { ...one, ...harms, injected: one.injected + other.injected }
}

/** The table of a run: each area, each kind with its goal, and all of it in one line. */
export function tableOf(counted: readonly Counted[]): string {
  const lines: string[] = []
  let all: Counted | null = null
  for (const kind of Object.keys(GOALS) as Kind[]) {
    const own = counted.filter(one => one.kind === kind)
    if (own.length === 0) continue
    const total = own.reduce(sum)
    for (const one of own) lines.push(rowOf(`  ${one.area}`, one))
    lines.push(rowOf(`${kind} (whole form: ${GOALS[kind]})`, total))
    all = all === null ? total : sum(all, total)
  }
  if (all === null) return 'no fault was injected'
  const head = `${''.padEnd(58)}${['injected', ...HARMS].map(name => name.padStart(10)).join('')}`
  return [head, ...lines, rowOf('all', all)].join('\n')
}

function rowOf(name: string, one: Counted): string {
  const figures = [one.injected, ...HARMS.map(harm => one[harm])]
  return `${name.padEnd(58)}${figures.map(figure => String(figure).padStart(10)).join('')}`
}
