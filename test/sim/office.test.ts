import { expect, test } from 'vitest'
import { SimOffice, toldBy } from './office-rig.ts'

/** Offices tried: a few hundred in `npm test`, ten thousand by `npm run test:sim`; the first seed, to try one again. */
const SEEDS = Number(process.env.QABYLDAU_SEEDS ?? (process.env.QABYLDAU_FULL === '1' ? 10_000 : 60))
const FIRST = Number(process.env.QABYLDAU_SEED ?? 1)

/** One office of 3 to 20 desks through some hundred things that happen, then agreed; answers with what is to hold. */
async function runOffice(seed: number): Promise<SimOffice> {
  const office = new SimOffice(seed)
  // Every second one without the comparison that heals what a step has failed to do.
  if (seed % 2 === 0) office.beTold()
  const desks = 3 + Math.floor(office.dice() * office.dice() * 18)
  for (let i = 0; i < desks; i++) await office.add()
  office.faultRate = office.dice() * 0.3
  for (let i = 0; i < 60 + desks * 6; i++) await office.step()
  await office.settle()
  return office
}

test('desks that were apart agree: nothing acknowledged is lost or doubled, no number is given twice', async () => {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const office = await runOffice(seed)
    const [first, ...others] = office.desks
    if (first === undefined) throw new Error('no desk')
    const told = await toldBy(first)
    const ids = new Set(told.map(({ id }) => id))
    expect(ids.size, `doubled, seed ${seed}`).toBe(told.length)
    for (const desk of office.desks) {
      for (const id of desk.acknowledged) expect(ids.has(id as never), `lost ${id}, seed ${seed}`).toBe(true)
    }
    for (const other of others) expect(await toldBy(other), `seed ${seed}, ${other.name}`).toEqual(told)
    for (const desk of office.desks) expect([...desk.aside], `set aside, seed ${seed}`).toEqual([])
    const numbers = office.desks.flatMap(desk => desk.numbers)
    expect(new Set(numbers).size).toBe(numbers.length)
  }
}, 7_200_000)
