import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { actByHand } from '#electron/desk/by-hand.ts'
import { createErasing } from '#electron/desk/erase.ts'
import { createRetention, type Retention } from '#electron/desk/retention/services.ts'
import { dateWords, translator } from '#electron/i18n.ts'
import { type Action, SubjectId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { destructionSheet } from '#shared/destruction/sheet.ts'
import { destructionLines } from '#shared/destruction/sheet-lines.ts'
import { foldDestruction } from '#shared/destruction/transitions.ts'
import type { RetentionPreview } from '#shared/ipc/retention.ts'
import type { RetentionTerms } from '#shared/retention/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { FIRST_RUN, JOURNALS, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

const TERMS: RetentionTerms = { how: 'day', until: PlainDate.parse('2025-12-31'), citation: 'Номенклатура, 06-14' }
const COMMISSION = ['Ж. Серікова', 'А. Рахимова', 'Д. Оразов'].map(name => ({ name, post: 'бас маман' }))
const PRESS = 'r'.repeat(16)

let desk: TemporaryDesk
let gone: SubjectId[][]

beforeEach(async () => {
  gone = []
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  for (const journal of JOURNALS) {
    const preview = await desk.imports.open('journal', journal)
    await desk.imports.run(preview.importId).ended
  }
})
afterEach(async () => {
  vi.restoreAllMocks()
  await desk.end()
})

function retention(): Retention {
  return createRetention({
    ...{ desk: desk.state.desk, actor: desk.state.actor, moved: () => undefined, settleCopies: () => undefined },
    ...{ erasing: createErasing(), drafts: { dropNaming: async () => 0 } },
    files: [{ removeOf: async people => void gone.push([...people]) }],
    context: { printSheet: vi.fn(), saveFile: vi.fn() },
  })
}

async function set(terms: RetentionTerms | null): Promise<void> {
  const open = desk.state.desk()
  await actByHand(
    open,
    intentNow(open.journal, 'retention', 'main', 'retention.set', { terms }),
    null,
    desk.state.actor(),
  )
}

const look = (one = retention()): Promise<RetentionPreview> => one.services['retention.preview']({}, {} as never)

const destroy = (people: readonly SubjectId[], preview: RetentionPreview, one = retention(), request = PRESS) =>
  one.services['retention.destroy'](
    { request, basedOn: preview.basedOn!, people: [...people], commission: COMMISSION },
    {} as never,
  )

const subjects = ({ due }: RetentionPreview) => due.map(({ subject }) => subject)

const readable = (actions: readonly Action[], people: readonly SubjectId[]) =>
  actions.filter(({ personal }) => personal !== null && people.includes(personal.subject) && personal.value !== null)

async function actsOf() {
  const { journal } = desk.state.desk()
  return Promise.all(journal.entitiesOf('destruction').map(async act => foldDestruction(await journal.actionsOf(act))))
}

it('without terms nobody is due; with them those who are past them, and the others with why', async () => {
  expect(await look()).toMatchObject({ basedOn: null, due: [], dueInAll: 0, kept: [] })
  await set(TERMS)
  const preview = await look()
  const kept = preview.kept.reduce((sum, { count }) => sum + count, 0)
  expect(preview.due.length).toBeGreaterThan(50)
  expect(preview.due.length + kept).toBe(preview.people)
  expect(preview.kept.map(({ why }) => why)).toContain('newer')
  expect(preview.due.every(({ last }) => last !== null && last <= '2025-12-31')).toBe(true)
  for (const { masked } of preview.due) expect(masked).not.toMatch(/\p{L}{2}|\d{4}/u)
})

it('an act destroys its people at once, keeps the others, names nobody, and is one however often it is pressed', async () => {
  await set(TERMS)
  const preview = await look()
  const people = subjects(preview).slice(0, 40)
  const before = await desk.actions()
  const names = readable(before, people).flatMap(({ personal }) => [personal?.value?.surname, personal?.value?.iin])
  const one = retention()
  const [first, second] = await Promise.all([destroy(people, preview, one), destroy(people, preview, one)])
  expect(second).toEqual(first)
  const after = await desk.actions()
  expect(readable(after, people)).toEqual([])
  expect(readable(after, subjects(preview).slice(40)).length).toBe(readable(before, subjects(preview).slice(40)).length)
  expect(after.filter(({ type }) => type === 'subject.erased').map(({ body }) => body.ground)).toEqual(
    people.map(() => 'retention'),
  )
  const [act, ...more] = await actsOf()
  expect(more).toEqual([])
  expect(act).toMatchObject({ status: 'completed', confirmed: { number: { serial: 1 }, commission: COMMISSION } })
  const named = act?.confirmed?.people.flatMap(({ applications }) => applications) ?? []
  expect(named.length).toBeGreaterThan(0)
  expect(act?.confirmed?.counts.applications).toBe(named.length)
  expect(gone.map(those => those.toSorted())).toEqual([people.toSorted()])
  const body = JSON.stringify(after.find(({ type }) => type === 'destruction.confirmed')?.body)
  for (const name of names) if (typeof name === 'string' && name.length > 3) expect(body).not.toContain(name)
  for (const language of ['kk', 'ru'] as const) {
    const sheet = destructionSheet(act!, FIRST_RUN.office.name, language)!
    const lines = destructionLines(sheet, { t: translator(language), dates: dateWords(language) })
    const text = lines.map(line => `${line.label} ${line.text}`).join('\n')
    for (const { name } of COMMISSION) expect(text).toContain(name)
    expect(text).toContain('Номенклатура, 06-14')
    expect(lines.some(({ kind }) => kind === 'mark')).toBe(false)
  }
  expect((await look()).due.map(({ subject }) => subject)).toEqual(subjects(preview).slice(40))
})

describe('a person whom desks that were apart began twice', () => {
  const TWIN = SubjectId.parse('0'.repeat(20))

  /** The key of the same person as another desk made it came here. */
  async function twinOf(subject: SubjectId): Promise<void> {
    const { keyring } = desk.state.desk()
    const tag = keyring.entryOf(subject)?.tag ?? null
    expect(tag).not.toBeNull()
    await keyring.adopt([{ subject: TWIN, key: Buffer.alloc(32, 7), tag }])
  }

  /** A row of theirs as another desk brought it in, of a day. */
  async function rowOf(subject: SubjectId, registered: PlainDate): Promise<void> {
    const { journal, gate } = desk.state.desk()
    const row = (await desk.actions()).find(one => one.personal?.subject === subject)
    if (row?.personal?.value == null) throw new Error('no row')
    const facts = { ...(row.body.facts as object), registered, received: registered }
    const intent = intentNow(journal, 'application', 'twin', row.type, { ...row.body, facts })
    await gate.act([{ intent, personal: { subject: TWIN, value: row.personal.value } }], desk.state.actor())
  }

  it('is judged by all that is kept of either, and one list shows them once', async () => {
    await set(TERMS)
    const [subject] = subjects(await look())
    const before = (await look()).people
    await twinOf(subject!)
    // The key came before the records: nobody knows yet what they say.
    const awaiting = await look()
    for (const one of [subject, TWIN]) expect(subjects(awaiting)).not.toContain(one)
    expect(awaiting.kept.find(({ why }) => why === 'unread')?.some).toMatchObject([{ subject: TWIN }])
    await rowOf(subject!, PlainDate.parse('2026-03-02'))
    const newer = await look()
    expect(newer.people).toBe(before)
    expect([...subjects(newer), ...newer.kept.flatMap(({ some }) => some.map(one => one.subject))]).not.toContain(
      subject,
    )
  })

  it('goes as one, with both keys, and the act counts them once', async () => {
    await set(TERMS)
    const [subject] = subjects(await look())
    await twinOf(subject!)
    await rowOf(subject!, PlainDate.parse('2025-03-02'))
    const preview = await look()
    const shown = preview.due.find(one => one.subject === TWIN)
    expect(shown?.applications.map(({ on }) => on)).toContain('2025-03-02')
    await expect(destroy([subject!], preview)).rejects.toMatchObject({ detail: { code: 'retention.moved' } })
    await destroy([TWIN], preview)
    const { keyring } = desk.state.desk()
    expect([keyring.keyOf(subject!), keyring.keyOf(TWIN)]).toEqual([null, null])
    expect(readable(await desk.actions(), [subject!, TWIN])).toEqual([])
    const [act] = await actsOf()
    expect(act?.confirmed?.people.map(one => one.subject)).toEqual([TWIN, subject])
    expect(destructionSheet(act!, FIRST_RUN.office.name, 'ru')?.people).toBe(1)
    expect(gone.map(those => those.toSorted())).toEqual([[TWIN, subject!].toSorted()])
  })

  it('is kept by a word said of either, and goes on when it is taken back', async () => {
    await set(TERMS)
    const [subject] = subjects(await look())
    await twinOf(subject!)
    await rowOf(subject!, PlainDate.parse('2025-03-02'))
    const open = desk.state.desk()
    const hold = (type: string, body: object) =>
      actByHand(open, intentNow(open.journal, 'subject', subject!, type, { ...body }), null, desk.state.actor())
    await hold('subject.held', { ground: 'court' })
    expect((await look()).held).toMatchObject([{ subject, ground: 'court', isDue: true }])
    expect(subjects(await look())).not.toContain(TWIN)
    await hold('subject.released', {})
    expect(subjects(await look())).toContain(TWIN)
  })
})

it('the store gets one new key and the ring is written once, however many go', async () => {
  await set(TERMS)
  const preview = await look()
  const { keys, keyring } = desk.state.desk()
  const [rotated, erased] = [vi.spyOn(keys, 'rotateStoreKey'), vi.spyOn(keyring, 'erase')]
  await destroy(subjects(preview), preview)
  expect(rotated).toHaveBeenCalledTimes(1)
  expect(erased).toHaveBeenCalledTimes(1)
})

it('power that fails after the act leaves nobody half destroyed: the next start goes on with the same act', async () => {
  await set(TERMS)
  const preview = await look()
  const people = subjects(preview).slice(0, 5)
  const { keyring } = desk.state.desk()
  vi.spyOn(keyring, 'erase').mockRejectedValueOnce(new Error('power'))
  await expect(destroy(people, preview)).rejects.toThrow('power')
  expect(await actsOf()).toMatchObject([{ status: 'confirmed', completedOn: null }])
  const sheet = destructionSheet((await actsOf())[0]!, FIRST_RUN.office.name, 'kk')!
  const lines = destructionLines(sheet, { t: translator('kk'), dates: dateWords('kk') })
  expect(lines[0]).toMatchObject({ kind: 'mark' })
  desk = await desk.restart()
  expect(readable(await desk.actions(), people)).toEqual([])
  await retention().sweep()
  await retention().sweep()
  expect(await actsOf()).toMatchObject([{ status: 'completed' }])
  expect(gone.map(those => those.toSorted())).toEqual([people.toSorted()])
  // The press that was not answered is answered by the act it made.
  await destroy(people, preview)
  expect(await actsOf()).toHaveLength(1)
})

it('who is not due any more refuses the whole act, and nothing is written', async () => {
  await set(TERMS)
  const preview = await look()
  const people = subjects(preview).slice(0, 3)
  const open = desk.state.desk()
  const held = intentNow(open.journal, 'subject', people[1]!, 'subject.held', { ground: 'court' })
  await actByHand(open, held, null, desk.state.actor())
  const before = open.journal.head().count
  await expect(destroy(people, preview)).rejects.toMatchObject({
    detail: { code: 'retention.moved', params: { count: 1 } },
  })
  const stranger = SubjectId.parse('z'.repeat(20))
  await expect(destroy([stranger], preview)).rejects.toMatchObject({ detail: { code: 'retention.moved' } })
  await set({ ...TERMS, citation: 'Басқа құжат' })
  await expect(destroy(people.slice(0, 1), preview)).rejects.toMatchObject({ detail: { code: 'change.conflict' } })
  expect(open.journal.head().count).toBe(before + 1)
  const anew = await look()
  expect(anew.held).toMatchObject([{ subject: people[1], ground: 'court', isDue: true }])
  await destroy([people[0]!], anew)
  const act = (await desk.actions()).find(({ type }) => type === 'destruction.confirmed')!
  expect(bodyOf('destruction.confirmed', act).excluded).toMatchObject([{ ground: 'court' }])
  await expect(set({ ...TERMS, until: desk.state.actor().date })).rejects.toMatchObject({
    detail: { code: 'retention.day' },
  })
})
