import { intentNow } from '#electron/desk/act.ts'
import { createErasing } from '#electron/desk/erase.ts'
import { createKeptDrafts } from '#electron/desk/kept-drafts.ts'
import type { OpenDesk } from '#electron/desk/open-desk.ts'
import { openPaperFiles, type PaperFiles, type PaperPlace } from '#electron/desk/paper-files.ts'
import { openPrints, type Prints } from '#electron/desk/prints.ts'
import { createRetention, type Retention } from '#electron/desk/retention/services.ts'
import { RequestId } from '#shared/application/registration.ts'
import { type Action, entityId, type SubjectId } from '#shared/change/action.ts'
import { foldDestruction } from '#shared/destruction/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { ModelStore } from '#test/property/model-store.ts'
import { makeFacts, makePersonal } from '#test/unit/change/make-actions.ts'
import { draft, opening, readAll } from '../desk-rig.ts'
import { type Area, type Came, leftIn, type Place, type Told } from './area.ts'
import { ACTOR, FOLDERS, fullDesk, storeKey } from './journal-areas.ts'

/** Two people go by one act; one who is due as well is left out, one is not past the term. */
const PEOPLE = [1, 2, 3, 4]
const CHOSEN = [1, 2]
const PRESS = RequestId.parse('r'.repeat(16))
const TERMS = { how: 'day', until: '2025-12-31', citation: 'Номенклатура, 06-14' }
const COMMISSION = ['Ж. Серікова', 'А. Рахимова', 'Д. Оразов'].map(name => ({ name, post: 'бас маман' }))

const tagOf = (person: number) => `person ${person}`
const jobOf = (person: number) => RequestId.parse(`p${String(person).padStart(15, '0')}`)
const bytesOf = (person: number) => Buffer.alloc(900, person)

function paperOf(person: number, subject: SubjectId): PaperPlace {
  return { subject, entity: entityId('application', `a${person}`), paper: `paper${person}`.padEnd(16, '0') }
}

/** A desk with what holds files of people, and the job that destroys them. */
interface Whole {
  readonly desk: OpenDesk
  readonly papers: PaperFiles
  readonly prints: Prints
  readonly drafts: ReturnType<typeof createKeptDrafts>
  readonly retention: Retention
  readonly subjectOf: (person: number) => SubjectId | null
}

async function openWhole(place: Place): Promise<Whole> {
  const { folder, files } = place
  const desk = await fullDesk(place)
  const papers = openPaperFiles({ folder, files, floor: () => 0 })
  const prints = openPrints({ folder, files, keyring: desk.keyring })
  const drafts = createKeptDrafts(() => desk, folder, files)
  const retention = createRetention({
    ...{ desk: () => desk, actor: () => ACTOR, moved: () => undefined, settleCopies: () => undefined },
    ...{ drafts, files: [papers, prints], erasing: createErasing() },
    context: { printSheet: async () => Buffer.alloc(0), saveFile: async () => ({ state: 'canceled' }) },
  })
  return { desk, papers, prints, drafts, retention, subjectOf: person => desk.keyring.findByTag(tagOf(person)) }
}

/** The press of the commission: the same one however often it is made. */
async function press({ desk, retention }: Whole, people: readonly SubjectId[]): Promise<void> {
  const basedOn = desk.journal.headOf(entityId('retention', 'main'))
  if (basedOn === null) throw new Error('no terms')
  await retention.services['retention.destroy'](
    { request: PRESS, basedOn, people: [...people], commission: COMMISSION },
    {} as never,
  )
}

/** What the figures of all days come to, by every action there is. */
async function figuresOf({ journal }: OpenDesk): Promise<string> {
  const store = new ModelStore()
  store.fold(await readAll(journal))
  const { figures, days } = store.snapshot()
  return JSON.stringify([figures, days])
}

async function note({ folder, files }: Place, name: string, text: string): Promise<void> {
  const file = await files.open(`${folder}/${name}`, 'create')
  await file.write(0, Buffer.from(text))
  await file.flush()
  await file.close()
}

const noted = async ({ folder, files }: Place, name: string) => (await files.readFile(`${folder}/${name}`))?.toString()

function rowOf(person: number, subject: SubjectId) {
  const registered = PlainDate.parse(person === 4 ? '2026-05-05' : `2024-0${person}-15`)
  return {
    ...draft(person, `a${person}`, subject),
    body: { batch: 'b1', facts: makeFacts({ registered, received: registered }) },
    personal: { subject, value: { ...makePersonal({ category: 'disability' }) } },
  }
}

async function prepare(place: Place): Promise<void> {
  const whole = await openWhole(place)
  const { desk, papers, prints, drafts } = whole
  const subjects = await desk.keyring.create(PEOPLE.map(tagOf))
  await desk.journal.append([opening(desk)])
  await desk.journal.append(subjects.map((subject, index) => rowOf(index + 1, subject)))
  const set = intentNow(desk.journal, 'retention', 'main', 'retention.set', { terms: TERMS })
  await desk.gate.act([{ intent: set }], ACTOR)
  for (const [index, subject] of subjects.entries()) {
    const person = index + 1
    await papers.write(paperOf(person, subject), desk.keyring.keyOf(subject) ?? Buffer.alloc(0), bytesOf(person))
    await papers.settle(paperOf(person, subject))
    await prints.keep(jobOf(person), subject, ACTOR.date, bytesOf(person))
    await drafts.services['draft.save']({ name: `correct.a${person}`, value: JSON.stringify({ person }) }, {} as never)
  }
  await note(place, 'figures-before', await figuresOf(desk))
  await note(place, 'store-key-before', storeKey(desk))
  await note(place, 'subjects', subjects.join())
  await desk.journal.close()
}

async function work(place: Place, attempt: Parameters<Area['work']>[1]): Promise<void> {
  let open: Whole | null = null
  await attempt('open', async () => {
    open = await openWhole(place)
  })
  const whole = open as Whole | null
  if (whole === null) return
  const people = CHOSEN.flatMap(person => whole.subjectOf(person) ?? [])
  const isDone = await attempt('destroy', () => press(whole, people))
  // Asked for again, as a person does: the same press.
  if (!isDone) await attempt('destroy again', () => press(whole, people))
  await attempt('close', () => whole.desk.journal.close())
}

/** How the act stands and who can be read, after a start as the program makes it. */
async function judge(place: Place, told: Told): Promise<Came> {
  const subjects = ((await noted(place, 'subjects')) ?? '').split(',') as SubjectId[]
  const first = await openWhole(place)
  const wasPromised = told.done.some(fact => fact.startsWith('destroy'))
  // What was told as done left no file, whatever a start would yet take away.
  const leftover = wasPromised ? await filesOf(first, subjects) : []
  const before = await standing(place, first, subjects)
  const lost = wasPromised && before.acts === 0 ? ['the act'] : []
  await press(
    first,
    CHOSEN.flatMap(person => subjects[person - 1] ?? []),
  )
  const after = await standing(place, first, subjects)
  if (after.acts === 0) lost.push('the act pressed again')
  const { brokenAt } = await first.desk.journal.verify()
  await first.desk.journal.close()
  return {
    lost: [...lost, ...before.lost, ...after.lost],
    doubled: [...before.doubled, ...after.doubled],
    torn: [
      ...leftover,
      ...before.torn,
      ...after.torn,
      ...(await leftIn(place, FOLDERS)),
      ...(brokenAt === null ? [] : [brokenAt]),
    ],
  }
}

/** What a start does once the desk stands open. */
async function sweep({ desk, papers, prints, drafts, retention }: Whole): Promise<void> {
  await papers.sweep({ isKept: one => desk.keyring.keyOf(one) !== null, isAttached: async () => true })
  await prints.sweep(ACTOR.date)
  await drafts.sweep()
  await retention.sweep()
}

async function standing(
  place: Place,
  whole: Whole,
  subjects: readonly SubjectId[],
): Promise<Came & { readonly acts: number }> {
  await sweep(whole)
  const { desk } = whole
  const actions = await readAll(desk.journal)
  const acts = desk.journal.entitiesOf('destruction')
  const folded = acts.map(act => foldDestruction(actions.filter(({ entity }) => entity === act)))
  const [torn, lost, doubled] = [[] as string[], [] as string[], [] as string[]]
  const isConfirmed = folded.some(({ status }) => status !== 'absent')
  if (folded.some(({ status }) => status !== 'completed')) torn.push('an act that is not at its end')
  if (acts.length > 1) doubled.push('the act')
  for (const person of PEOPLE) {
    const subject = subjects[person - 1] as SubjectId
    const wanted = !(isConfirmed && CHOSEN.includes(person))
    const facts = actions.filter(({ type, entity }) => type === 'subject.erased' && entity === `subject:${subject}`)
    if (facts.length > 1) doubled.push(`erasure of ${person}`)
    if (facts.length > 0 === wanted) torn.push(`erasure of ${person}`)
    const kept = await keptOf(whole, actions, person, subject)
    for (const [name, isThere] of Object.entries(kept)) {
      if (wanted && !isThere && name !== 'draft') lost.push(`${name} of ${person}`)
      if (!wanted && isThere) torn.push(`${name} of ${person}`)
    }
  }
  if (isConfirmed && storeKey(desk) === (await noted(place, 'store-key-before')))
    torn.push('the key of the store stays')
  if ((await figuresOf(desk)) !== (await noted(place, 'figures-before'))) torn.push('the figures')
  return { acts: acts.length, torn, lost, doubled }
}

/** Files of those who were chosen. */
async function filesOf({ papers, prints }: Whole, subjects: readonly SubjectId[]): Promise<string[]> {
  const found: string[] = []
  for (const person of CHOSEN) {
    const place = paperOf(person, subjects[person - 1] as SubjectId)
    const bytes = await papers.read(place, Buffer.alloc(32)).catch(() => Buffer.alloc(1))
    if (bytes !== null) found.push(`paper of ${person} was left`)
    if (await prints.has(jobOf(person))) found.push(`print of ${person} was left`)
  }
  return found
}

/** What there still is of a person. A draft goes before the act, while it can be told whose it is. */
async function keptOf(
  { desk, papers, prints, drafts }: Whole,
  actions: readonly Action[],
  of: number,
  subject: SubjectId,
) {
  const key = desk.keyring.keyOf(subject)
  const row = actions.find(({ entity }) => entity === `application:a${of}`)
  const paper = await papers.read(paperOf(of, subject), key ?? Buffer.alloc(32)).catch(() => Buffer.alloc(1))
  const { names } = await drafts.services['draft.list']({}, {} as never)
  return {
    key: key !== null,
    row: row?.personal?.value != null,
    paper: paper !== null,
    print: await prints.has(jobOf(of)),
    draft: names.includes(`correct.a${of}`),
  }
}

/** People destroyed by an act. */
export const DESTRUCTION_AREAS: readonly Area[] = [{ name: 'destruction of people by an act', prepare, work, judge }]
