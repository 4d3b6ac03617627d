/** One way to break the exchange: pieces of the code put in the place of others while tests are run. */
interface Break {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Ways to break the exchange that the simulation is to notice: `QABYLDAU_BREAK=<name> vitest run --project sim`. */
export const BREAKS: Readonly<Record<string, readonly Break[]>> = {
  hash_check: [{ file: 'electron/journal/walk.ts', from: 'header.p === link.hash &&', to: '' }],
  early_checkpoint: [
    {
      file: 'electron/sync/push.ts',
      from: 'const alone =',
      to: 'await confirm(last); const alone =',
    },
    { file: 'electron/sync/cycle.ts', from: 'kept >= confirmed', to: 'true' },
  ],
  ignored_gap: [{ file: 'electron/sync/pull.ts', from: 'await fillGaps(exchange)', to: '' }],
  row_order: [
    { file: 'electron/sync/accept.ts', from: 'const run = runAfter(held, arrived)', to: 'const run = arrived' },
  ],
  no_read_back: [{ file: 'electron/sync/push.ts', from: 'if (awaited.some(id => !kept.has(id)))', to: 'if (false)' }],
}

/** The same as a plugin of the tests. A piece that is not found is an Error: the break would break nothing. */
export function breaking(name: string | undefined) {
  if (name === undefined) return []
  const pieces = BREAKS[name]
  if (pieces === undefined) throw new Error(`no such break: ${name}`)
  return [
    {
      name: `qabyldau-break-${name}`,
      enforce: 'pre' as const,
      transform(code: string, id: string): string | undefined {
        const here = pieces.filter(({ file }) => id.split('?')[0]?.endsWith(file))
        if (here.length === 0) return undefined
        return here.reduce((text, { from, to }) => {
          if (!text.includes(from)) throw new Error(`nothing to break: ${from}`)
          return text.replace(from, to)
        }, code)
      },
    },
  ]
}
