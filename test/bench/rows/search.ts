import type { Bench, BenchWindow, Known } from '../bench.ts'
import type { Row } from '../row.ts'

/** Every 37th of the history, so that neighbours are not asked for. */
const STEP = 37

export const byName: Row = {
  ...{
    name: 'S3',
    what: 'search by name, any spelling, first 50',
    beside: 'getAll(range, 50)',
    unit: 'ms',
    samples: 20,
  },
  goal: { as: 'ratio', most: 2 },
  open: async bench => {
    const people = await bench.people()
    return {
      product: n => search(bench, spelled(at(people, n), n)),
      baseline: async n =>
        (await bench.page()).evaluate(
          surname => (window as unknown as BenchWindow).raw.range('surname', surname, 50),
          at(people, n).surname,
        ),
    }
  },
}

export const byNumber: Row = {
  ...{ name: 'S4', what: 'search by IIN, phone, number', beside: 'index.get', unit: 'ms', samples: 20 },
  goal: { as: 'ratio', most: 2 },
  open: async bench => {
    const people = await bench.people()
    const index = (n: number) => (['iin', 'phone', 'number'] as const)[n % 3] ?? 'iin'
    return {
      product: n => search(bench, at(people, n)[index(n)]),
      baseline: async n =>
        (await bench.page()).evaluate(([name, value]) => (window as unknown as BenchWindow).raw.get(name, value), [
          index(n),
          at(people, n)[index(n)],
        ] as const),
    }
  },
}

export const card: Row = {
  ...{ name: 'card', what: 'card of an application', beside: 'index.get', unit: 'ms', samples: 20 },
  goal: { as: 'ratio', most: null },
  open: async bench => {
    const people = await bench.people()
    const page = await bench.page()
    const ids = await page.evaluate(async () => {
      const asked = { filter: {}, after: null, limit: 100 }
      const found = await (window as unknown as BenchWindow).ask('applications.page', asked)
      return (found as { rows: { id: string }[] }).rows.map(row => row.id)
    })
    return {
      product: n =>
        page.evaluate(
          id => (window as unknown as BenchWindow).timed('applications.one', { id }),
          ids[n % ids.length] ?? '',
        ),
      baseline: n => page.evaluate(iin => (window as unknown as BenchWindow).raw.get('iin', iin), at(people, n).iin),
    }
  },
}

function at(people: readonly Known[], n: number): Known {
  return people[(n * STEP) % people.length] as Known
}

/** As it is written, as one types who has no Kazakh letters, and with the given name begun. */
function spelled({ surname, given }: Known, n: number): string {
  if (n % 3 === 0) return surname
  return n % 3 === 1 ? unkazakh(surname) : `${surname} ${given.slice(0, 2)}`
}

function unkazakh(name: string): string {
  const plain: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' }
  return name.toLowerCase().replace(/[әғқңөұүһі]/g, letter => plain[letter] ?? letter)
}

async function search(bench: Bench, text: string): Promise<number> {
  return (await bench.page()).evaluate(
    typed => (window as unknown as BenchWindow).timed('applications.search', { text: typed, limit: 50 }),
    text,
  )
}
