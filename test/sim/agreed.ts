import { expect } from 'vitest'
import { SimOffice, toldBy } from './office-rig.ts'

const IS_FULL = process.env.QABYLDAU_FULL === '1'
/** Offices tried of each of two kinds: 500 together in `npm test`, ten thousand by `npm run test:sim`. */
const SEEDS = Number(process.env.QABYLDAU_SEEDS ?? (IS_FULL ? 5000 : 250))
/** The first seed, to try one again. */
const FIRST = Number(process.env.QABYLDAU_SEED ?? 1)

/** How long all of them may take, in milliseconds. */
export const PATIENCE = IS_FULL ? 14_400_000 : 900_000

/** Of what kind an office is: by server and sticks together; by an honest server alone (`SimOffice.beTold`). */
type Kind = 'mixed' | 'told'

/** One office of 3 to 20 desks through some hundred things that happen, and then agreed. */
async function runOffice(seed: number, kind: Kind): Promise<SimOffice> {
  const office = new SimOffice(seed)
  if (kind === 'told') office.beTold()
  else office.stickRate = office.dice() * 0.5
  const desks = 3 + Math.floor(office.dice() * office.dice() * 18)
  for (let i = 0; i < desks; i++) await office.add()
  office.faultRate = office.dice() * 0.3
  for (let i = 0; i < 60 + desks * 6; i++) await office.step()
  await office.settle()
  return office
}

/** Every desk tells the same, with all that any was told is saved, once; no number is given twice; nothing was set aside. */
async function expectAgreed(office: SimOffice, seed: number): Promise<void> {
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

/** Tries every seed of this run. */
export async function tryOffices(kind: Kind): Promise<void> {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) await expectAgreed(await runOffice(seed, kind), seed)
}

/** Offices that have no server at all: everything goes by files, old, lost and damaged ones among them. Answers how many were refused. */
export async function trySticks(): Promise<number> {
  let refused = 0
  for (let seed = FIRST; seed < FIRST + Math.ceil(SEEDS / 10); seed++) {
    const office = new SimOffice(seed)
    const desks = 2 + Math.floor(office.dice() * 5)
    for (let i = 0; i < desks; i++) await office.add()
    office.stickRate = 0.45
    office.withoutServer = true
    for (let i = 0; i < 60 + desks * 6; i++) await office.step()
    await office.settleBySticks()
    await expectAgreed(office, seed)
    refused += office.refused
  }
  return refused
}
