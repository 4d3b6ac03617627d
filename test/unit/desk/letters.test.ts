import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { eraseSubject } from '#electron/desk/erase.ts'
import { printLetter, type SheetContext } from '#electron/desk/letter-sheets.ts'
import { annulLetter, type Outgoing, outgoingNumbers, signLetter } from '#electron/desk/letters.ts'
import { createPapers, type PaperSurroundings } from '#electron/desk/papers.ts'
import { RequestId } from '#shared/application/registration.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, type EntityId, entityId, SubjectId } from '#shared/change/action.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { owedLetters } from '#shared/letter/duties.ts'
import type { Letter, LetterPersonal } from '#shared/letter/model.ts'
import { foldLetter } from '#shared/letter/transitions.ts'
import { addOfficials } from './official-rig.ts'
import { form, press, type RegisterRig, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

const CALLER = { window: 1, page: 'desk', load: 1 } as const
const APPEAL = { kk: 'Шағым беруге құқылысыз.', ru: 'Вы вправе подать жалобу.' }
const TEXT: LetterPersonal = {
  addressee: { kk: ['Ә. Қанарейқызына'], ru: ['А. Канарейкызы'] },
  heading: { kk: '', ru: '' },
  paragraphs: [{ kk: '2026 жылғы 23 қарашадағы өтініш.', ru: 'Обращение от 23 ноября 2026 года.' }, APPEAL],
  signer: {
    position: { kk: 'Аппарат басшысы', ru: 'Руководитель аппарата' },
    name: { kk: 'А. Серіков', ru: 'А. Сериков' },
  },
  executor: { name: 'А. Рахимова', phone: '' },
  attachment: { kk: '', ru: '' },
}

let desk: TemporaryDesk
let rig: RegisterRig
let outgoing: Outgoing
let application: Action
beforeEach(async () => {
  setNow('2026-11-23T11:00')
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  rig = registerRig(desk)
  outgoing = outgoingNumbers(open().journal)
  application = (await rig.register(form(1))).action
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await desk.end()
})

function setNow(local: string): void {
  vi.useFakeTimers({ now: new Date(`${local}+05:00`), toFake: ['Date'] })
}

const open = () => desk.state.desk()
const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })
const head = (entity: EntityId) => open().journal.headOf(entity)
const letterNo = (number: number) => entityId('letter', press(number))

async function restart(): Promise<void> {
  desk = await desk.restart()
  rig = registerRig(desk)
  outgoing = outgoingNumbers(open().journal)
}

async function act(entity: EntityId, type: string, body: object, personal: object | null = null): Promise<Action> {
  const intent = { entity, type, basedOn: head(entity), body: body as Record<string, unknown> }
  return actByHand(open(), intent, personal as Record<string, unknown> | null, desk.state.actor())
}

const LETTER: Omit<Letter, 'application'> = {
  kind: 'extension',
  profile: 'WKO-2020/2023',
  languages: ['kk', 'ru'],
  template: null,
  about: null,
}

async function draft(number: number, text: LetterPersonal = TEXT, change: Partial<Letter> = {}): Promise<EntityId> {
  const entity = letterNo(number)
  await act(entity, 'letter.drafted', { letter: { ...LETTER, application: application.entity, ...change } }, text)
  return entity
}

function sign(entity: EntityId, request = press(90)) {
  const basedOn = head(entity)!
  return signLetter(open(), outgoing, { entity, basedOn, request }, desk.state.actor())
}

const stateOf = async (entity: EntityId) => foldLetter(await open().journal.actionsOf(entity))
const ofApplication = async () =>
  foldApplication(await open().journal.actionsOf(application.entity), open().gate.related())

describe('one press is one number', () => {
  it('the program ends between the flush and the answer: the same press is answered with the number that stands', async () => {
    const entity = await draft(1)
    const first = await sign(entity)
    await restart()
    const basedOn = first.action.basedOn!
    const again = await signLetter(open(), outgoing, { entity, basedOn, request: press(90) }, desk.state.actor())
    expect(again).toEqual(first)
    expect((await sign(await draft(2), press(91))).number.serial).toBe(first.number.serial + 1)
  })

  it('a disk that takes nothing gives no number away, and neither sheet nor application says it is signed', async () => {
    const entity = await draft(1)
    vi.spyOn(open().journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(sign(entity)).rejects.toThrow('disk')
    expect((await stateOf(entity)).status).toBe('drafted')
    expect((await ofApplication()).registered?.letters).toEqual([])
    expect((await sign(entity)).number.serial).toBe(1)
  })

  it('two windows that sign two letters at once get two numbers, and one letter is not signed twice', async () => {
    const [one, other] = [await draft(1), await draft(2)]
    const both = await Promise.all([sign(one, press(90)), sign(other, press(91))])
    expect(both.map(({ number }) => number.serial)).toEqual([1, 2])
    await expect(sign(one, press(92))).rejects.toMatchObject(refused('change.not_lawful'))
  })

  it('a number is never given again, annulled or after a restart; a new year begins with one', async () => {
    const entity = await draft(1)
    const { action } = await sign(entity)
    await annulLetter(open(), { entity, basedOn: action.id, ground: 'mistake' }, desk.state.actor())
    await restart()
    expect((await sign(await draft(2), press(91))).number.serial).toBe(2)
    setNow('2027-01-04T10:00')
    await restart()
    expect((await sign(await draft(3), press(92))).number).toMatchObject({ year: 2027, serial: 1, index: '1' })
  })

  it('what was drafted since the screen looked is a conflict, not a signed letter nobody has read', async () => {
    const entity = await draft(1)
    const basedOn = head(entity)!
    await draft(1, { ...TEXT, paragraphs: [{ kk: '', ru: '' }] })
    const asked = { entity, basedOn, request: press(90) }
    await expect(signLetter(open(), outgoing, asked, desk.state.actor())).rejects.toMatchObject(
      refused('change.conflict'),
    )
  })
})

describe('what is not signed off', () => {
  it.each([
    ['a date that differs', { paragraphs: [{ kk: '2026 жылғы 23 қараша', ru: '24 ноября 2026 года' }, APPEAL] }, 1],
    ['a number that differs', { paragraphs: [{ kk: '29-тармақ', ru: 'пункт 30' }, APPEAL] }, 1],
    ['a part that is empty', { addressee: { kk: ['Ә. Қанарейқызына'], ru: [''] } }, 1],
    ['a fact that was not written in', { paragraphs: [{ kk: '{{reason}}', ru: '{{reason}}' }, APPEAL] }, 2],
    ['no way to appeal', { paragraphs: [{ kk: 'Ұзартылды.', ru: 'Продлено.' }] }, 2],
  ])('%s', async (_what, change, count) => {
    const entity = await draft(1, { ...TEXT, ...change })
    await expect(sign(entity)).rejects.toMatchObject(refused('letter.faults', { count }))
    expect((await stateOf(entity)).signed).toBeNull()
  })

  it('a letter of one sheet is not compared with the other', async () => {
    const entity = await draft(1, { ...TEXT, addressee: { kk: ['Ә. Қанарейқызына'], ru: [] } }, { languages: ['kk'] })
    expect((await sign(entity)).number.serial).toBe(1)
  })

  it('a letter of another act, of no application, or that has become of another application', async () => {
    const wrong = refused('letter.not_of_application')
    await expect(draft(1, TEXT, { profile: 'KZ-2026' })).rejects.toMatchObject(wrong)
    await expect(draft(1, TEXT, { application: null })).rejects.toMatchObject(wrong)
    await draft(1)
    const other = (await rig.register(form(2))).action
    await expect(draft(1, TEXT, { application: other.entity })).rejects.toMatchObject(wrong)
    await expect(draft(1, TEXT, { kind: 'refusal' })).rejects.toMatchObject(wrong)
  })
})

describe('an application and its letters', () => {
  it('owes a letter for a booking until it is signed off, and again once it was annulled', async () => {
    const booking = { officialId: 'o1', date: '2026-12-08', time: '15:00' }
    await addOfficials(desk, ['o1'])
    await act(application.entity, 'application.booked', { booking })
    const duty = owedLetters(await ofApplication())
    expect(duty).toEqual([{ kind: 'appointment', about: 'o1:2026-12-08:15:00', since: '2026-11-23' }])
    const entity = await draft(1, TEXT, { kind: 'appointment', about: duty[0]!.about })
    expect(owedLetters(await ofApplication())).toHaveLength(1)
    const { action, number } = await sign(entity)
    expect(owedLetters(await ofApplication())).toEqual([])
    expect((await ofApplication()).registered?.letters).toMatchObject([{ letter: entity, number, on: '2026-11-23' }])
    await annulLetter(open(), { entity, basedOn: action.id, ground: 'mistake' }, desk.state.actor())
    expect(owedLetters(await ofApplication())).toHaveLength(1)
  })

  it('a letter is sealed under its person, and gone with them', async () => {
    const entity = await draft(1)
    expect((await open().journal.actionsOf(entity))[0]?.personal?.subject).toBe(application.personal?.subject)
    await eraseSubject(open(), SubjectId.parse(application.personal?.subject), 'request', desk.state.actor())
    await expect(sign(entity)).rejects.toMatchObject(refused('subject.erased'))
    expect((await stateOf(entity)).personal).toBeNull()
  })
})

describe('on its way', () => {
  const dispatch = (on: string) => ({ dispatch: { channel: 'post', on } })

  it('does not leave before it is signed, before its date, or tomorrow', async () => {
    const entity = await draft(1)
    await expect(act(entity, 'letter.sent', dispatch('2026-11-23'), { proof: '' })).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
    await sign(entity)
    for (const on of ['2026-11-22', '2026-11-24']) {
      await expect(act(entity, 'letter.sent', dispatch(on), { proof: '' })).rejects.toMatchObject(
        refused('letter.date'),
      )
    }
    await act(entity, 'letter.attempted', dispatch('2026-11-23'), { outcome: 'Үйінде жоқ' })
    await act(entity, 'letter.sent', dispatch('2026-11-23'), { proof: 'RR123456789KZ' })
    expect(await stateOf(entity)).toMatchObject({
      status: 'sent',
      sent: { channel: 'post', on: '2026-11-23' },
      dispatches: [
        { arrived: false, said: 'Үйінде жоқ' },
        { arrived: true, said: 'RR123456789KZ' },
      ],
    })
  })
})

describe('its sheets', () => {
  let jobs: SheetJob[]
  const context: SheetContext = {
    async printSheet(job) {
      jobs.push(job)
      return new Uint8Array([1])
    },
    saveFile: async (_caller, _kind, name, bytes) => ({ state: 'saved', path: name, bytes: bytes.length }),
  }
  const print = (letter: EntityId, language: 'kk' | 'ru', reprint: 'lost' | null = null) =>
    printLetter(
      open(),
      context,
      { letter, language, form: 'pdf', reprint },
      { actor: desk.state.actor(), caller: CALLER },
    )
  beforeEach(() => {
    jobs = []
  })

  it('both carry one number and date, are counted, and a further copy has its reason', async () => {
    const entity = await draft(1)
    expect((await print(entity, 'kk')).action).toBeNull()
    await sign(entity)
    await print(entity, 'kk')
    const { saved } = await print(entity, 'ru')
    const sheets = jobs.flatMap(job => (job.kind === 'letter' ? [job.data] : []))
    expect(sheets.map(({ draft: isDraft, number, on }) => [isDraft, number, on])).toEqual([
      [true, '', null],
      [false, sheets[1]?.number, '2026-11-23'],
      [false, sheets[1]?.number, '2026-11-23'],
    ])
    expect(sheets[1]?.number).toMatch(/^1\/А-1\/\d\d$/)
    expect(saved).toMatchObject({ path: expect.stringMatching(/^1-А-1-\d\d-ru\.pdf$/) })
    await expect(print(entity, 'kk')).rejects.toMatchObject(refused('letter.needs_reason'))
    await print(entity, 'kk', 'lost')
    expect((await stateOf(entity)).copies).toEqual({ kk: 2, ru: 1 })
  })

  it('of one language has no sheet in the other', async () => {
    const entity = await draft(1, TEXT, { languages: ['kk'] })
    await expect(print(entity, 'ru')).rejects.toMatchObject(refused('letter.no_sheet'))
  })
})

describe('its scan', () => {
  const scan = Buffer.from(`%PDF-1.7\n${'x'.repeat(400)}`)
  const saved: Buffer[] = []
  const papersOf = () =>
    createPapers({
      desk: desk.state.desk,
      actor: desk.state.actor,
      moved: () => undefined,
      context: {
        dataFolder: desk.folder,
        settings: { current: { floorMegabytes: 1 } },
        choosePaper: async () => path.join(desk.folder, 'scan.pdf'),
        async saveFile(_: unknown, _kind: string, name: string, bytes: Uint8Array) {
          saved.push(Buffer.from(bytes))
          return { state: 'saved', path: name, bytes: bytes.length }
        },
      } as unknown as PaperSurroundings['context'],
    })

  it('is kept sealed, found after a kill before its name, and opens', async () => {
    await writeFile(path.join(desk.folder, 'scan.pdf'), scan)
    const entity = await draft(1)
    const { action } = await sign(entity)
    const papers = papersOf()
    const made = await papers.services['letter.scan']({ entity, basedOn: action.id }, CALLER)
    const paper = String(made.action?.body.paper)
    expect(await readdir(path.join(desk.folder, 'papers'))).toEqual([`${application.personal?.subject}.${paper}`])
    await papers.services['paper.save']({ entity, paper: RequestId.parse(paper) }, CALLER)
    expect(saved).toEqual([scan])
    await papersOf().sweep()
    expect(await readdir(path.join(desk.folder, 'papers'))).toHaveLength(1)
  })
})
