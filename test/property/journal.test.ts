import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityId } from '#shared/change/action.ts'
import { type Desk, draft, numbersOf, openDesk, readAll, testRandom } from '#test/fault/desk-rig.ts'
import { diceOf, MemoryFiles } from '#test/fault/memory-files.ts'

type Step =
  | { readonly kind: 'append'; readonly people: readonly (number | null)[] }
  | { readonly kind: 'erase'; readonly person: number }
  | { readonly kind: 'reopen'; readonly orderly: boolean }

const person = fc.integer({ min: 0, max: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('append'), people: fc.array(fc.option(person), { maxLength: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase'), person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen'), orderly: fc.boolean() }) },
)

/** What the journal must answer: numbers in order, of whom, and who of them is erased. */
class Model {
  readonly records: { n: number; subject: string | null }[] = []
  readonly erased = new Set<string>()
}

async function run(desk: Desk, model: Model, one: Step): Promise<void> {
  const { keyring, journal } = desk
  if (one.kind === 'append') {
    const known = await keyring.create(one.people.map(who => (who === null ? null : `tag${who}`)))
    const subjects = one.people.map((who, i) => (who === null ? null : (known[i] ?? null)))
    const first = model.records.length
    await journal.append(subjects.map((subject, i) => draft(first + i, `e${(first + i) % 5}`, subject)))
    model.records.push(...subjects.map((subject, i) => ({ n: first + i, subject })))
  }
  if (one.kind === 'erase') {
    const subject = keyring.findByTag(`tag${one.person}`)
    if (subject === null) return
    await keyring.erase([subject])
    model.erased.add(subject)
  }
}

async function expectAlike({ journal }: Desk, model: Model): Promise<void> {
  const actions = await readAll(journal, 4)
  expect(numbersOf(actions)).toEqual(model.records.map(record => record.n))
  expect(actions.map(action => action.personal?.subject ?? null)).toEqual(model.records.map(record => record.subject))
  for (const { personal } of actions) {
    if (personal !== null) expect(personal.value === null).toBe(model.erased.has(personal.subject))
  }
  for (let key = 0; key < 5; key++) {
    const entity = entityId('application', `e${key}`)
    const expected = model.records.filter(record => record.n % 5 === key).map(record => record.n)
    expect(numbersOf(await journal.actionsOf(entity))).toEqual(expected)
    expect(journal.headOf(entity)).toBe(actions.find(action => action.body.n === expected.at(-1))?.id ?? null)
  }
  expect(journal.head().count).toBe(model.records.length)
  expect(await journal.verify()).toMatchObject({ records: model.records.length, brokenAt: null })
}

test('any order of appending, erasing and reopening (in order, or by a power loss) answers as the model', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.integer({ min: 700, max: 4000 }),
      fc.nat(),
      async (steps, segmentBytes, seed) => {
        const files = new MemoryFiles()
        const options = { files, segmentBytes, random: testRandom(`property ${seed}`) }
        const model = new Model()
        let desk = await openDesk(options)
        const dice = diceOf(seed)
        for (const one of steps) {
          await run(desk, model, one)
          if (one.kind !== 'reopen') continue
          if (one.orderly) await desk.journal.close()
          else files.losePower(dice)
          desk = await openDesk(options)
          await expectAlike(desk, model)
        }
        await expectAlike(desk, model)
      },
    ),
    { numRuns: 60, seed: 20261121 },
  )
})
