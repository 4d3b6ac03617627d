import { createHash } from 'node:crypto'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eraseSubject } from '#electron/desk/erase.ts'
import { createPapers, type PaperSurroundings, type Papers } from '#electron/desk/papers.ts'
import { type FileSystem, nodeFiles } from '#electron/journal/file-system.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, entityId, SubjectId } from '#shared/change/action.ts'
import { form, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

const CALLER = { window: 1, page: 'desk', load: 1 } as const
const PDF = Buffer.from(`%PDF-1.7\n${'Қанарейқызы 850101300015 '.repeat(50)}`)
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])

let desk: TemporaryDesk
let papers: Papers
let application: Action
let chosen: string | null
let saved: { kind: string; name: string; bytes: Buffer }[]

function papersOf(files: FileSystem = nodeFiles): Papers {
  const context = {
    dataFolder: desk.folder,
    settings: { current: { floorMegabytes: 1 } },
    choosePaper: async () => chosen,
    async saveFile(_: unknown, kind: string, name: string, bytes: Uint8Array) {
      saved.push({ kind, name, bytes: Buffer.from(bytes) })
      return { state: 'saved', path: name, bytes: bytes.length }
    },
  } as unknown as PaperSurroundings['context']
  return createPapers({ desk: desk.state.desk, actor: desk.state.actor, moved: () => undefined, context, files })
}

beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  application = (await registerRig(desk).register(form(1))).action
  papers = papersOf()
  chosen = null
  saved = []
})
afterEach(async () => {
  vi.restoreAllMocks()
  await desk.end()
})

const refused = (code: string) => ({ detail: { code } })
const folder = () => path.join(desk.folder, 'papers')
const names = () => readdir(folder()).catch(() => [])
const subject = () => SubjectId.parse(application.personal?.subject)

async function choose(bytes: Uint8Array): Promise<void> {
  chosen = path.join(desk.folder, 'Қанарейқызы скан.txt')
  await writeFile(chosen, bytes)
}

async function attach(bytes: Uint8Array, entity = application.entity): Promise<Action> {
  await choose(bytes)
  const basedOn = desk.state.desk().journal.headOf(entity) ?? application.id
  const { action } = await papers.services['paper.attach']({ entity, basedOn, title: 'Сенімхат' }, CALLER)
  return action!
}

const save = (paper: unknown) =>
  papers.services['paper.save']({ entity: application.entity, paper: String(paper) }, CALLER)

async function filesOfApplication() {
  const { journal, gate } = desk.state.desk()
  return foldApplication(await journal.actionsOf(application.entity), gate.related()).registered?.files ?? []
}

describe('what is chosen', () => {
  it.each([
    ['pdf', PDF],
    ['jpeg', JPEG],
    ['png', PNG],
  ])(
    '%s is known by its bytes, comes back as it was, and is offered under no name of a person',
    async (kind, bytes) => {
      const { body, personal } = await attach(bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(body).toMatchObject({ kind, bytes: bytes.length, sha256 })
      expect(personal).toEqual({ subject: subject(), value: { title: 'Сенімхат' } })
      await save(body.paper)
      expect(saved).toHaveLength(1)
      expect(saved[0]).toMatchObject({ kind: `paper_${kind}`, bytes })
      expect(saved[0]?.name).toMatch(/^А-\d{4}-000001-\d\d-1$/)
    },
  )

  it.each([
    ['paper.wrong_kind', Buffer.from('MZ\u0090 a program called scan.pdf')],
    ['paper.empty', Buffer.alloc(0)],
    ['paper.too_large', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])],
  ])('is refused as %s and leaves nothing', async (code, bytes) => {
    await expect(attach(bytes)).rejects.toMatchObject(refused(code))
    expect(await names()).toEqual([])
    expect(await filesOfApplication()).toEqual([])
  })

  it('is nothing where the dialog is closed, and told where the file cannot be read', async () => {
    const asked = { entity: application.entity, basedOn: application.id, title: 'x' }
    expect(await papers.services['paper.attach'](asked, CALLER)).toEqual({ action: null })
    chosen = path.join(desk.folder, 'gone.pdf')
    await expect(papers.services['paper.attach'](asked, CALLER)).rejects.toMatchObject(refused('paper.not_readable'))
  })
})

describe('on the disk', () => {
  it('nothing of a paper is in clear, and one that was changed or changed places is told', async () => {
    const first = await attach(PDF)
    const second = await attach(JPEG)
    const [a = '', b = ''] = (await names()).map(name => path.join(folder(), name))
    for (const file of [a, b]) {
      const sealed = await readFile(file)
      expect(sealed.includes('Қанарейқызы') || sealed.includes('%PDF')).toBe(false)
    }
    await rename(a, `${a}.x`)
    await rename(b, a)
    await rename(`${a}.x`, b)
    for (const { body } of [first, second])
      await expect(save(body.paper)).rejects.toMatchObject(refused('paper.damaged'))
    expect(saved).toEqual([])
  })

  it('a disk that takes nothing, or has too little room, attaches nothing', async () => {
    const { journal } = desk.state.desk()
    vi.spyOn(journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(attach(PDF)).rejects.toThrow('disk')
    papers = papersOf({ ...nodeFiles, freeSpace: async () => 1024 * 1024 })
    await expect(attach(PDF)).rejects.toMatchObject(refused('journal.disk_floor'))
    expect(await names()).toEqual([])
    expect(await filesOfApplication()).toEqual([])
  })

  it('an application that is not there, or has moved, leaves no file', async () => {
    await expect(attach(PDF, entityId('application', 'nowhere'))).rejects.toMatchObject(refused('change.not_lawful'))
    await attach(PDF)
    const asked = { entity: application.entity, basedOn: application.id, title: 'x' }
    await expect(papers.services['paper.attach'](asked, CALLER)).rejects.toMatchObject(refused('change.conflict'))
    expect(await names()).toHaveLength(1)
  })
})

describe('a kill', () => {
  /** The next start of the program over the same folder. */
  async function restart(): Promise<void> {
    desk = await desk.restart()
    papers = papersOf()
  }

  it('between the file and the fact leaves an orphan, which goes at the next start', async () => {
    const { journal } = desk.state.desk()
    // Neither the fact is written nor is anything done afterwards.
    papers = papersOf({
      ...nodeFiles,
      remove: async () => {
        throw new Error('killed')
      },
    })
    vi.spyOn(desk.state.desk(), 'reportBug').mockReturnValue(undefined)
    vi.spyOn(journal, 'append').mockRejectedValueOnce(new Error('killed'))
    await expect(attach(PDF)).rejects.toThrow('killed')
    expect(await names()).toHaveLength(1)
    await restart()
    await papers.sweep()
    expect(await names()).toEqual([])
  })

  it('between the fact and the name leaves a paper that opens, at once and after the next start', async () => {
    papers = papersOf({
      ...nodeFiles,
      async rename(from, to) {
        if (from.endsWith('.new')) throw new Error('killed')
        return nodeFiles.rename(from, to)
      },
    })
    const bug = vi.spyOn(desk.state.desk(), 'reportBug').mockReturnValue(undefined)
    const { body } = await attach(PDF)
    expect(bug).toHaveBeenCalledOnce()
    await save(body.paper)
    await restart()
    await save(body.paper)
    expect(saved.map(({ bytes }) => bytes)).toEqual([PDF, PDF])
    expect(await names()).toEqual([`${subject()}.${body.paper}`])
  })

  it('between the end of the key and of the file leaves a file that nobody can open, which goes at the next start', async () => {
    const { body } = await attach(PDF)
    await eraseSubject(desk.state.desk(), subject(), 'request', desk.state.actor())
    expect(await names()).toHaveLength(1)
    await expect(save(body.paper)).rejects.toMatchObject(refused('subject.erased'))
    await restart()
    await papers.sweep()
    expect(await names()).toEqual([])
  })
})

it('an erasure takes the files of the person and of nobody else, and no more can be attached', async () => {
  const other = (await registerRig(desk).register(form(2))).action
  await attach(PDF)
  const kept = await attach(JPEG, other.entity)
  await eraseSubject(desk.state.desk(), subject(), 'request', desk.state.actor())
  await papers.removeOf([subject()])
  expect(await names()).toEqual([`${other.personal?.subject}.${kept.body.paper}`])
  await expect(attach(PDF)).rejects.toMatchObject(refused('subject.erased'))
  expect(await names()).toHaveLength(1)
})

it('a paper that is not of the application, or whose file is gone, is told', async () => {
  await expect(save('0'.repeat(16))).rejects.toMatchObject(refused('paper.gone'))
  const { body } = await attach(PDF)
  for (const name of await names()) await rename(path.join(folder(), name), path.join(desk.folder, 'elsewhere'))
  await expect(save(body.paper)).rejects.toMatchObject(refused('paper.gone'))
})
