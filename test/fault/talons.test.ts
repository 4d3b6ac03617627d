import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eraseSubject } from '#electron/desk/erase.ts'
import { openPrints } from '#electron/desk/prints.ts'
import { createTalons, type TalonContext } from '#electron/desk/talons.ts'
import type { TalonShape } from '#shared/application/registration.ts'
import { foldApplication, type TalonMade } from '#shared/application/transitions.ts'
import type { EntityId, SubjectId } from '#shared/change/action.ts'
import { foldRecords } from '#shared/change/project.ts'
import { marksOf } from '#shared/change/project-view.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import type { DrawnJob } from '#shared/ipc/documents.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { form, PERSONAL, press, registerRig } from '../unit/desk/register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from '../unit/desk/temporary-desk.ts'

const CALLER = { window: 1, page: 'desk', load: 1 } as const
const PDF = Buffer.from(`%PDF ${PERSONAL.surname}`)

let desk: TemporaryDesk
let folder: string
let application: EntityId
let subject: SubjectId
let printer: string | null
/** What the printer does with a job. */
let paper: () => Promise<boolean>
let rendered: DrawnJob[]
let onPaper: number
let isBroken: boolean
/** What the person does with the question where to save. */
let saved: 'saved' | 'canceled'
let shape: TalonShape
const quits: (() => Promise<void>)[] = []

beforeEach(async () => {
  desk = await temporaryDesk()
  folder = await mkdtemp(path.join(tmpdir(), 'talons-'))
  await desk.state.firstRun(FIRST_RUN)
  const { action } = await registerRig(desk).register(form(1))
  application = action.entity
  subject = action.personal?.subject as SubjectId
  printer = 'Counter'
  paper = async () => true
  rendered = []
  onPaper = 0
  isBroken = false
  saved = 'saved'
  shape = 'A5'
})
afterEach(async () => {
  for (const quit of quits.splice(0)) await quit()
  await desk.end()
  await rm(folder, { recursive: true, force: true })
})

function talons() {
  const context: Omit<TalonContext, 'settings' | 'log'> & { settings: unknown; log: unknown } = {
    dataFolder: folder,
    settings: {
      get current() {
        return { talon: { shape, printer } }
      },
    },
    log: { write: () => undefined, bug: () => '' },
    onQuit: task => void quits.push(task),
    printSheet: async job => {
      rendered.push(job)
      return PDF
    },
    printSheetOn: async (job, _printer, before) => {
      if (isBroken) throw new ExpectedError('sheet.failed')
      rendered.push(job)
      await before(PDF)
      const taken = await paper()
      if (taken) onPaper += 1
      return taken
    },
    listPrinters: async () => [{ name: 'Counter', standard: true }],
    saveFile: async (_caller, _kind, name, bytes) =>
      saved === 'saved' ? { state: saved, path: name, bytes: bytes.byteLength } : { state: saved },
  }
  const { services, removeOf } = createTalons(context as TalonContext, desk.state, () => undefined)
  type Reprint = 'lost' | null
  return {
    services,
    removeOf,
    print: (job: number, reprint: Reprint = null): Promise<ResultOf<'talon.print'>> =>
      services['talon.print']({ job: press(job), application, reprint }, CALLER),
  }
}

async function made(of = application): Promise<readonly TalonMade[]> {
  const { journal, gate } = desk.state.desk()
  return foldApplication(await journal.actionsOf(of), gate.related()).registered?.talons ?? []
}

const kept = async () => (existsSync(path.join(folder, 'prints')) ? readdir(path.join(folder, 'prints')) : [])
const prints = () => openPrints({ folder, keyring: desk.state.desk().keyring })
const talonOfJob = (job: DrawnJob | undefined) => (job?.kind === 'talon' ? job.data : null)

it('a talon is printed, recorded, and nothing of it is left on disk', async () => {
  expect(await talons().print(1)).toEqual({ state: 'printed', why: null })
  expect(await made()).toMatchObject([{ job: press(1), shape: 'A5', result: 'printed', reprint: null }])
  expect(await kept()).toEqual([])
  expect(talonOfJob(rendered[0])).toMatchObject({ number: expect.stringMatching(/^А-/), acceptedBy: FIRST_RUN.user })
})

it('a double press, and the same job once more after it is done, print once', async () => {
  const { print } = talons()
  await Promise.all([print(1), print(1)])
  await print(1)
  expect(onPaper).toBe(1)
  // Another run of the program knows it from the journal.
  expect(await talons().print(1)).toEqual({ state: 'printed', why: null })
  expect([onPaper, (await made()).length]).toEqual([1, 1])
})

it('two presses that are two jobs: the second sees the first and needs its reason', async () => {
  const { print } = talons()
  const [first, second] = await Promise.allSettled([print(1), print(2)])
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ reason: { detail: { code: 'talon.needs_reason' } } })
  await print(3, 'lost')
  expect(await made()).toMatchObject([{ reprint: null }, { reprint: 'lost' }])
  expect(rendered.map(job => talonOfJob(job)?.reprint)).toEqual([null, 'lost'])
})

describe.each([
  ['without a printer', null, 'no_printer'],
  ['where the printer fails', 'Counter', 'printer_failed'],
] as const)('%s', (_what, name, why) => {
  beforeEach(() => {
    printer = name
    paper = async () => false
  })

  it('the talon is kept, sealed, and the answer says why', async () => {
    expect(await talons().print(1)).toEqual({ state: 'kept', why })
    expect(await made()).toMatchObject([{ result: 'kept' }])
    const [file] = await kept()
    expect(file).toBe(press(1))
    const bytes = await readFile(path.join(folder, 'prints', file ?? ''))
    expect(bytes.includes(PERSONAL.surname)).toBe(false)
    expect(await prints().find(press(1) as never)).toEqual(PDF)
  })

  it('the next one needs no reason, is no copy on paper, and takes the kept one away', async () => {
    await talons().print(1)
    printer = 'Counter'
    paper = async () => true
    expect(await talons().print(2)).toEqual({ state: 'printed', why: null })
    expect(await made()).toMatchObject([{ reprint: null }, { result: 'printed', reprint: 'not_printed' }])
    expect(talonOfJob(rendered[1])?.reprint).toBeNull()
    expect(await kept()).toEqual([])
  })
})

describe('a desk without a printer', () => {
  const save = (desk: ReturnType<typeof talons>) => desk.services['talon.save']({ application }, CALLER)
  const waits = async () => {
    const { journal, gate } = desk.state.desk()
    const [{ changes }] = [
      foldRecords({ records: new Map(), related: gate.related() }, await journal.actionsOf(application)),
    ]
    return marksOf(changes[0]?.after.view ?? null).includes('no_talon')
  }
  beforeEach(() => {
    printer = null
  })

  it('has given the talon once it was saved as a file; to keep it alone was not enough', async () => {
    const own = talons()
    await own.print(1)
    expect(await waits()).toBe(true)
    await save(own)
    expect(await waits()).toBe(false)
    expect(await made()).toMatchObject([{ result: 'kept' }, { result: 'saved', reprint: null }])
    expect(await kept()).toEqual([])
  })

  it('saved again it is the same talon, told once; another one needs its reason and is a copy', async () => {
    const own = talons()
    await Promise.all([save(own), save(own)])
    expect(await made()).toMatchObject([{ result: 'saved' }])
    await expect(own.print(2)).rejects.toMatchObject({ detail: { code: 'talon.needs_reason' } })
    await own.print(3, 'lost')
    expect(talonOfJob(rendered.at(-1))?.reprint).toBe('lost')
    expect(await waits()).toBe(false)
  })

  it('a dialog that was closed has given nothing', async () => {
    saved = 'canceled'
    await save(talons())
    expect([await made(), await waits()]).toEqual([[], true])
  })
})

it('a kill between paper and record: the same job is not sent again, and is recorded as kept', async () => {
  paper = () => new Promise(() => undefined)
  void talons().print(1)
  // On its way: kept, sent, never answered. The program is killed here.
  await expect.poll(kept).toEqual([press(1)])
  expect(await made()).toEqual([])
  paper = async () => true
  expect(await talons().print(1)).toEqual({ state: 'kept', why: 'printer_failed' })
  expect(onPaper).toBe(0)
  expect(await made()).toMatchObject([{ job: press(1), result: 'kept' }])
})

it('a sheet that cannot be rendered records nothing, and the same job may be tried again', async () => {
  isBroken = true
  const { print } = talons()
  await expect(print(1)).rejects.toThrow('sheet.failed')
  expect([await made(), await kept()]).toEqual([[], []])
  isBroken = false
  expect(await print(1)).toEqual({ state: 'printed', why: null })
})

it('who was erased has no talon any more, and what was kept of the person goes', async () => {
  printer = null
  await talons().print(1)
  await eraseSubject(desk.state.desk(), subject, 'request', desk.state.actor())
  expect(await prints().find(press(1) as never)).toBeNull()
  await expect(talons().print(2)).rejects.toMatchObject({ detail: { code: 'talon.erased' } })
  await expect.poll(kept).toEqual([])
})

it('the kept talons of a person go at once, whatever the printer does; those of another stay', async () => {
  printer = null
  const { print, removeOf } = talons()
  await print(1)
  const other = await registerRig(desk).register(form(2))
  const today = desk.state.actor().date
  await prints().keep(press(2) as never, other.action.personal?.subject as SubjectId, today, PDF)
  printer = 'Counter'
  paper = () => new Promise(() => undefined)
  void print(3)
  await expect.poll(kept).toEqual([1, 2, 3].map(press))
  await removeOf([subject])
  expect(await kept()).toEqual([press(2)])
})

it('kept talons older than 30 days go, and so does what is no talon', async () => {
  const today = desk.state.actor().date
  await prints().keep(press(8) as never, subject, addDays(today, -31), PDF)
  await prints().keep(press(9) as never, subject, addDays(today, -30), PDF)
  await prints().sweep(today)
  expect(await kept()).toEqual([press(9)])
})

it('an imported or unknown record has no talon', async () => {
  application = 'application:nothing' as EntityId
  await expect(talons().print(1)).rejects.toMatchObject({ detail: { code: 'talon.not_registered' } })
})

it('a talon is saved under its number, as it was kept, or rendered anew', async () => {
  printer = null
  const { services, print } = talons()
  const save = () => services['talon.save']({ application }, CALLER)
  await print(1)
  expect(await save()).toMatchObject({ state: 'saved', path: expect.stringMatching(/^talon-А-20\d\d-0+1/) })
  expect(rendered).toHaveLength(1)
  await save()
  expect(rendered).toHaveLength(2)
})

describe('the talons of many people in one go', () => {
  let people: EntityId[]
  const printMany = (own: ReturnType<typeof talons>, request: number) =>
    own.services['talon.printMany']({ request: press(request), applications: people }, CALLER)
  const saveMany = (own: ReturnType<typeof talons>, request: number) =>
    own.services['talon.saveMany']({ request: press(request), applications: people }, CALLER)
  const results = () => Promise.all(people.map(async one => (await made(one)).map(({ result }) => result)))
  /** The printer takes so many jobs and then stands still. */
  const paperFor = (jobs: number) => {
    let left = jobs
    paper = async () => left-- > 0
  }
  beforeEach(async () => {
    shape = '80mm'
    people = [application]
    for (const number of [2, 3, 4]) people.push((await registerRig(desk).register(form(number))).action.entity)
  })

  it('out of paper after two: two have a talon, nothing is told of the others, and the same request goes on from there', async () => {
    const own = talons()
    paperFor(2)
    expect(await printMany(own, 1)).toEqual({ state: 'printer_failed', printed: people.slice(0, 2), unsure: [] })
    expect(await results()).toEqual([['printed'], ['printed'], [], []])
    expect(await kept()).toEqual([])
    paperFor(9)
    expect(await printMany(own, 1)).toEqual({ state: 'done', printed: people.slice(2), unsure: [] })
    expect([onPaper, await results()]).toEqual([4, Array(4).fill(['printed'])])
  })

  it('the same request pressed twice, and once more after it is done, prints once and is answered alike', async () => {
    const own = talons()
    const [first, second] = await Promise.all([printMany(own, 1), printMany(own, 1)])
    expect(second).toEqual(first)
    expect(await printMany(own, 1)).toEqual(first)
    // Another run of the program has not heard of the request: who has a talon is left out.
    expect(await printMany(talons(), 1)).toEqual({ state: 'done', printed: [], unsure: [] })
    expect([onPaper, rendered.length]).toEqual([4, 4])
  })

  it('two requests at once, and a press for one person between them, give nobody two', async () => {
    const own = talons()
    const answers = await Promise.all(
      [printMany(own, 1), own.print(9), printMany(own, 2)].map(one => one.catch(() => null)),
    )
    expect(answers).not.toContain(undefined)
    expect([onPaper, await results()]).toEqual([4, Array(4).fill(['printed'])])
  })

  it('a kill while the third is on its way: it alone is unsure, nothing is sent twice, a person has the next one made', async () => {
    paperFor(2)
    const works = paper
    let tried = 0
    paper = async () => {
      tried += 1
      return (await works()) || new Promise<never>(() => undefined)
    }
    void printMany(talons(), 1)
    await expect.poll(async () => [tried, onPaper, (await kept()).length]).toEqual([3, 2, 1])
    paper = async () => true
    const again = talons()
    expect(await printMany(again, 2)).toEqual({ state: 'done', printed: [people[3]], unsure: [people[2]] })
    expect(await results()).toEqual([['printed'], ['printed'], ['kept'], ['printed']])
    expect([onPaper, await kept()]).toEqual([3, []])
    expect(await printMany(again, 3)).toEqual({ state: 'done', printed: [people[2]], unsure: [] })
    expect((await made(people[2])).at(-1)).toMatchObject({ result: 'printed', reprint: 'not_printed' })
  })

  it('who has a talon, was erased or is unknown is left out; the order asked is the order printed; none is a copy', async () => {
    const own = talons()
    await own.print(9)
    await eraseSubject(desk.state.desk(), subject, 'request', desk.state.actor())
    people = [people[3], people[1], people[3], 'application:nothing' as EntityId, application] as EntityId[]
    rendered = []
    expect(await printMany(own, 1)).toMatchObject({ state: 'done', printed: [people[0], people[1]] })
    const numbers = rendered.map(job => talonOfJob(job)?.number)
    expect([numbers.length, rendered.map(job => talonOfJob(job)?.reprint)]).toEqual([2, [null, null]])
    expect(numbers[0] && numbers[1] && numbers[0] > numbers[1]).toBe(true)
  })

  it('sheets go to the printer as one job: all of them or none', async () => {
    shape = 'A6'
    const own = talons()
    paperFor(0)
    expect(await printMany(own, 1)).toEqual({ state: 'printer_failed', printed: [], unsure: [] })
    expect([await results(), await kept()]).toEqual([[[], [], [], []], []])
    paperFor(1)
    expect(await printMany(own, 1)).toMatchObject({ state: 'done', printed: people })
    expect(rendered).toMatchObject(Array(2).fill({ kind: 'talons', shape: 'A6', cut: false }))
    expect([onPaper, await results()]).toEqual([1, Array(4).fill(['printed'])])
  })

  it('a sheet that cannot be rendered records nothing, and the same request may be tried again', async () => {
    const own = talons()
    isBroken = true
    await expect(printMany(own, 1)).rejects.toThrow('sheet.failed')
    expect([await results(), await kept()]).toEqual([[[], [], [], []], []])
    isBroken = false
    expect(await printMany(own, 1)).toMatchObject({ state: 'done', printed: people })
  })

  it('without a printer nothing is given until the one PDF is saved; a closed dialog has given nothing', async () => {
    const own = talons()
    printer = null
    expect(await printMany(own, 1)).toEqual({ state: 'no_printer', printed: [], unsure: [] })
    saved = 'canceled'
    expect(await saveMany(own, 2)).toEqual({ saved: { state: 'canceled' }, given: [] })
    expect(await results()).toEqual([[], [], [], []])
    saved = 'saved'
    const [first, second] = await Promise.all([saveMany(own, 2), saveMany(own, 2)])
    expect(first).toMatchObject({ saved: { state: 'saved' }, given: people })
    expect(second).toEqual(first)
    expect(rendered).toMatchObject(Array(2).fill({ kind: 'talons', shape: 'A6', cut: true }))
    expect([await results(), await kept()]).toEqual([Array(4).fill(['saved']), []])
    expect(await saveMany(own, 3)).toEqual({ saved: null, given: [] })
  })
})
