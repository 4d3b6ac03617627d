import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TalonShape } from '#shared/application/registration.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import type { Result } from '#shared/result/result.ts'
import { fullTalonOf, HOSTILE, talonOf } from '#test/fixtures/talon.ts'
import { form, press } from '#test/unit/desk/register-rig.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { type Desk, launchDesk } from './launch/launch.ts'
import { FULL } from './pages/words.ts'

const run = promisify(execFile)
const KAZAKH = [...'ӘҒҚҢӨҰҮҺІәғқңөұүһі']
/** Page width in points, and of the bitmap in dots; height is free on ticket paper. */
const SHAPES = {
  '58mm': { width: 164, dots: 384 },
  '80mm': { width: 227, dots: 576 },
  A6: { width: 298, dots: null },
  A5: { width: 420, dots: null },
  A4: { width: 595, dots: null },
} as const satisfies Record<TalonShape, { width: number; dots: number | null }>

let desk: Desk
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'talon-files-'))
  desk = await launchDesk()
})
afterAll(async () => {
  await desk?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Asks main through the page. Throws an error whose message is the code. */
async function ask<T>(verb: string, args: object): Promise<T> {
  const answer = await desk.page.evaluate(
    ([name, given]) => {
      const { desk } = window as unknown as { desk: Record<string, (args: object) => Promise<unknown>> }
      return desk[name as string]?.(given as object)
    },
    [verb, args] as const,
  )
  const result = answer as Result<T>
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function sheet(name: string, job: SheetJob): Promise<string> {
  const file = path.join(folder, `${name}.pdf`)
  await desk.answerNextDialog({ filePath: file })
  await ask('sheetSave', { job, fileName: name })
  return file
}

async function poppler(command: string, ...args: string[]): Promise<string> {
  return (await run(command, args)).stdout
}

/** One page of the right width; every font inside; a bitmap of exactly the dots of the head where it is a ticket. */
async function demandPage(file: string, shape: TalonShape): Promise<void> {
  const { width, dots } = SHAPES[shape]
  const info = await poppler('pdfinfo', file)
  expect(info).toMatch(/Pages: +1\n/)
  expect(Math.abs(Number(/Page size: +([\d.]+)/.exec(info)?.[1]) - width)).toBeLessThan(2)
  const fonts = (await poppler('pdffonts', file)).trim().split('\n').slice(2)
  expect(fonts.length > 0).toBe(dots === null)
  for (const font of fonts) expect(font).toMatch(/ yes +(yes|no) +(yes|no) +\d+ +\d+$/)
  if (dots === null) return
  const images = (await poppler('pdfimages', '-list', file)).trim().split('\n').slice(2)
  expect(images.map(line => Number(line.trim().split(/\s+/)[3]))).toEqual([dots])
}

/** What stands on a page, with no regard to where its lines break. */
async function textOf(file: string): Promise<string> {
  return (await poppler('pdftotext', '-layout', file, '-')).replace(/\s+/g, '')
}

/** Share of the dark dots of a page that lie within so many dots of its edges, and whether there are any at all. */
async function inkOf(file: string): Promise<{ ink: number; atEdge: number }> {
  const picture = file.replace('.pdf', '')
  await run('pdftoppm', ['-r', '203', '-gray', '-singlefile', file, picture])
  const bytes = await readFile(`${picture}.pgm`)
  const [head = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(bytes.toString('latin1', 0, 40)) ?? []
  const [across, down, edge] = [Number(width), Number(height), 8]
  let [ink, atEdge] = [0, 0]
  for (let at = 0; at < across * down; at++) {
    if ((bytes[head.length + at] ?? 255) > 100) continue
    ink += 1
    const [x, y] = [at % across, Math.floor(at / across)]
    if (x < edge || y < edge || x >= across - edge || y >= down - edge) atEdge += 1
  }
  return { ink, atEdge }
}

describe.each(TalonShape.options)('a talon of %s', shape => {
  // The fullest in one language, the plain in the other, by turns from shape to shape; the whole form prints all four.
  const fullest = TalonShape.options.indexOf(shape) % 2 === 0 ? 'kk' : 'ru'
  test.each(['kk', 'ru'] as const)('stands whole on its one page, in %s', async language => {
    const both = [talonOf(language, { shape }), fullTalonOf(language, { shape })]
    for (const data of FULL ? both : both.slice(...(language === fullest ? [1] : [0, 1]))) {
      const file = await sheet(`${shape}-${language}-${data.next.kind}`, { kind: 'talon', data })
      await demandPage(file, shape)
      const { ink, atEdge } = await inkOf(file)
      expect([ink > 5000, atEdge]).toEqual([true, 0])
      if (SHAPES[shape].dots !== null) continue
      const text = await textOf(file)
      for (const said of [data.number, data.applicant, data.acceptedBy.name, data.office.name[language]])
        expect(text).toContain(said.replace(/\s+/g, ''))
    }
  })

  test('the test page shows every Kazakh letter', async () => {
    const file = await sheet(`${shape}-test`, { kind: 'test_page', shape })
    await demandPage(file, shape)
    if (SHAPES[shape].dots === null) for (const letter of KAZAKH) expect(await textOf(file)).toContain(letter)
  })

  test('what was typed to turn, hide, run or overflow does nothing and stays inside the page', async () => {
    const file = await sheet(`${shape}-hostile`, { kind: 'talon', data: fullTalonOf('kk', { ...HOSTILE, shape }) })
    await demandPage(file, shape)
    expect((await inkOf(file)).atEdge).toBe(0)
    if (SHAPES[shape].dots !== null) return
    const text = await textOf(file)
    expect(text).toContain('вонавИ')
    expect(text).toContain("<script>document.title='x'</script>")
    expect(text).toContain('Әбдіқадыров')
    expect([...text].filter(letter => letter === 'Қ').length).toBeGreaterThanOrEqual(295)
  })
})

describe('the desk prints', () => {
  let application: EntityId
  const paper = () => path.join(folder, 'paper')
  const print = (job: number, reprint: string | null = null) =>
    ask<object>('talonPrint', { job: press(job), application, reprint })
  const choose = (shape: TalonShape, printer: string | null) =>
    ask('settingsSet', { floorMegabytes: 50, theme: 'light', talon: { shape, printer } })
  const onPaper = () => desk.control<{ printer: string; file: string; options: object }[]>('printed')

  beforeAll(async () => {
    await mkdir(paper(), { recursive: true })
    await ask('appFirstRun', FIRST_RUN)
    const { action } = await ask<{ action: { entity: EntityId } }>('applicationRegister', form(1))
    application = action.entity
  })

  test('without a printer the talon is kept and said so; it is saved under its number', async () => {
    await choose('A5', null)
    expect(await ask('printerList', {})).toEqual({ printers: [] })
    expect(await print(1)).toEqual({ state: 'kept', why: 'no_printer' })
    expect(await readdir(path.join(desk.userData, 'desk-data', 'prints'))).toEqual([press(1)])
    const file = path.join(folder, 'saved.pdf')
    const other = await ask<{ action: { entity: EntityId } }>('applicationRegister', form(2))
    await desk.answerNextDialog({ filePath: file })
    const asked = { application: other.action.entity }
    expect(await ask('talonSave', asked)).toMatchObject({ state: 'saved', path: file })
    await demandPage(file, 'A5')
    // What was handed over as a file is a talon: one more asks why.
    const again = { ...asked, job: press(9), reprint: null }
    await expect(ask('talonPrint', again)).rejects.toThrow('talon.needs_reason')
  })

  test('a printer that fails leaves the talon kept; one that works gets the very page, in its size', async () => {
    await desk.control(
      'printers',
      [
        { name: 'Counter', standard: true },
        { name: 'Broken', fails: true },
      ],
      paper(),
    )
    expect(await ask('printerList', {})).toEqual({
      printers: [
        { name: 'Counter', standard: true },
        { name: 'Broken', standard: false },
      ],
    })
    await choose('80mm', 'Broken')
    expect(await print(2)).toEqual({ state: 'kept', why: 'printer_failed' })
    await choose('80mm', 'Counter')
    expect(await Promise.all([print(3), print(3)])).toEqual(Array(2).fill({ state: 'printed', why: null }))
    expect(await onPaper()).toMatchObject([{ printer: 'Counter', options: { silent: true, dpi: { horizontal: 203 } } }])
    await demandPage((await onPaper())[0]?.file ?? '', '80mm')
    expect(await readdir(path.join(desk.userData, 'desk-data', 'prints'))).toEqual([])
  })

  test('a second talon asks why, and says on its face that it is a copy', async () => {
    await choose('A6', 'Counter')
    await expect(print(4)).rejects.toThrow('talon.needs_reason')
    await print(5, 'lost')
    const file = (await onPaper()).at(-1)?.file ?? ''
    await demandPage(file, 'A6')
    expect(await poppler('pdftotext', file, '-')).toContain('Телнұсқа'.toUpperCase())
  })

  test('five talons without a printer are one file of A6, four to a page to be cut', async () => {
    await choose('80mm', null)
    const applications: EntityId[] = []
    for (const number of [11, 12, 13, 14, 15]) {
      applications.push(
        (await ask<{ action: { entity: EntityId } }>('applicationRegister', form(number))).action.entity,
      )
    }
    const file = path.join(folder, 'many.pdf')
    await desk.answerNextDialog({ filePath: file })
    expect(await ask('talonSaveMany', { request: press(20), applications })).toMatchObject({ given: applications })
    expect(await poppler('pdfinfo', file)).toMatch(/Pages: +2\n[\s\S]*Page size: +59\d(\.\d+)? x 84\d/)
    expect((await inkOf(file)).atEdge).toBe(0)
    await choose('A6', 'Counter')
  })

  test('the test page goes to the printer that is being chosen', async () => {
    expect(await ask('printerTest', { shape: '58mm', printer: 'Counter' })).toEqual({ state: 'printed' })
    expect(await ask('printerTest', { shape: '58mm', printer: 'Broken' })).toEqual({ state: 'failed' })
    await demandPage((await onPaper()).at(-1)?.file ?? '', '58mm')
  })
})
