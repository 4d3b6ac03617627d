import { afterAll, beforeAll, expect, it } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { actByHand } from '#electron/desk/by-hand.ts'
import { createErasing } from '#electron/desk/erase.ts'
import { createKeptDrafts } from '#electron/desk/kept-drafts.ts'
import { openPaperFiles } from '#electron/desk/paper-files.ts'
import { openPrints } from '#electron/desk/prints.ts'
import { createRetention } from '#electron/desk/retention/services.ts'
import { RequestId } from '#shared/application/registration.ts'
import { FIRST_RUN, JOURNALS, type TemporaryDesk, temporaryDesk } from '../unit/desk/temporary-desk.ts'

const PEOPLE = 500
const TERMS = { how: 'day', until: '2026-09-30', citation: 'Номенклатура, 06-14' }
const COMMISSION = ['Ж. Серікова', 'А. Рахимова', 'Д. Оразов'].map(name => ({ name, post: 'бас маман' }))

let desk: TemporaryDesk

beforeAll(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  for (const journal of JOURNALS) {
    const preview = await desk.imports.open('journal', journal)
    await desk.imports.run(preview.importId).ended
  }
}, 120_000)
afterAll(() => desk.end())

/** A work with the seconds it took, and those of the processor, of which what else runs on the machine says nothing. */
async function timed<T>(work: () => Promise<T>): Promise<[T, number, number]> {
  const [begin, spent] = [performance.now(), process.cpuUsage()]
  const done = await work()
  const { user, system } = process.cpuUsage(spent)
  return [done, (performance.now() - begin) / 1000, (user + system) / 1_000_000]
}

it(`an act over ${PEOPLE} people, from the confirmation to the last key, takes the processor at most 5 s`, async () => {
  const open = desk.state.desk()
  const { folder } = desk
  const retention = createRetention({
    ...{ desk: desk.state.desk, actor: desk.state.actor, moved: () => undefined, settleCopies: () => undefined },
    ...{ drafts: createKeptDrafts(desk.state.desk, folder), erasing: createErasing() },
    files: [
      openPaperFiles({ folder, files: desk.state.place.files, floor: () => 0 }),
      openPrints({ folder, keyring: open.keyring }),
    ],
    context: { printSheet: async () => Buffer.alloc(0), saveFile: async () => ({ state: 'canceled' }) },
  })
  const set = intentNow(open.journal, 'retention', 'main', 'retention.set', { terms: TERMS })
  await actByHand(open, set, null, desk.state.actor())
  const [preview, looked] = await timed(() => retention.services['retention.preview']({}, {} as never))
  const people = preview.due.slice(0, PEOPLE).map(({ subject }) => subject)
  expect(people).toHaveLength(PEOPLE)
  const asked = { request: RequestId.parse('r'.repeat(16)), basedOn: preview.basedOn!, people, commission: COMMISSION }
  const [, destroyed, spent] = await timed(() => retention.services['retention.destroy'](asked, {} as never))
  const { count } = open.journal.head()
  console.info(
    `an act over ${PEOPLE} people of ${preview.people}, ${count} records: looked through in ${looked.toFixed(2)} s, destroyed in ${destroyed.toFixed(2)} s (processor ${spent.toFixed(2)} s)`,
  )
  expect(people.filter(subject => open.keyring.keyOf(subject) !== null)).toEqual([])
  expect(spent).toBeLessThan(5)
}, 120_000)
