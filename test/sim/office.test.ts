import { expect, test } from 'vitest'
import { SimOffice, toldBy } from './office-rig.ts'

/** Offices tried: a few hundred in `npm test`, ten thousand by `npm run test:sim`; the first seed, to try one again. */
const SEEDS = Number(process.env.QABYLDAU_SEEDS ?? (process.env.QABYLDAU_FULL === '1' ? 10_000 : 60))
const FIRST = Number(process.env.QABYLDAU_SEED ?? 1)

/** One office of 3 to 20 desks through some hundred things that happen, then agreed; answers with what is to hold. */
async function runOffice(seed: number): Promise<SimOffice> {
  const office = new SimOffice(seed)
  const desks = 3 + Math.floor(office.dice() * office.dice() * 18)
  for (let i = 0; i < desks; i++) await office.add()
  office.faultRate = office.dice() * 0.3
  office.stickRate = office.dice() * 0.5
  for (let i = 0; i < 60 + desks * 6; i++) await office.step()
  await office.settle()
  return office
}

/** Every desk tells the same; nothing acknowledged is lost or doubled, no number is given twice. */
async function demandAgreed(office: SimOffice, seed: number): Promise<void> {
  const [first, ...others] = office.desks
  if (first === undefined) throw new Error('no desk')
  const told = await toldBy(first)
  const ids = new Set(told.map(({ id }) => id))
  expect(ids.size, `doubled, seed ${seed}`).toBe(told.length)
  for (const desk of office.desks) {
    for (const id of desk.acknowledged) expect(ids.has(id as never), `lost ${id}, seed ${seed}`).toBe(true)
  }
  for (const other of others) expect(await toldBy(other), `seed ${seed}, ${other.name}`).toEqual(told)
  const numbers = office.desks.flatMap(desk => desk.numbers)
  expect(new Set(numbers).size).toBe(numbers.length)
}

test('desks that were apart agree, by server and sticks together', async () => {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) await demandAgreed(await runOffice(seed), seed)
}, 7_200_000)

test('an office without a server agrees by sticks alone, old, lost and damaged ones among them', async () => {
  let refused = 0
  for (let seed = FIRST; seed < FIRST + Math.ceil(SEEDS / 3); seed++) {
    const office = new SimOffice(seed)
    const desks = 2 + Math.floor(office.dice() * 5)
    for (let i = 0; i < desks; i++) await office.add()
    office.stickRate = 0.45
    office.withoutServer = true
    for (let i = 0; i < 60 + desks * 6; i++) await office.step()
    await office.settleBySticks()
    await demandAgreed(office, seed)
    refused += office.refused
  }
  expect(refused).toBeGreaterThan(0)
}, 7_200_000)
