import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LETTER_KINDS } from '#shared/letter/model.ts'
import type { LetterSheetData } from '#shared/letter/sheet.ts'
import { ProfileId } from '#shared/office/model.ts'
import type { Result } from '#shared/result/result.ts'
import { letterOf } from '#test/fixtures/letters.ts'
import { type Desk, launchDesk } from './launch/launch.ts'
import { FULL, LANGUAGES } from './pages/words.ts'

const run = promisify(execFile)
/**
 * Every kind under every act, by turns in one language and in the other: the sheet is one, its words are proved in both
 * beside the texts (test/unit/letter). The whole form prints both.
 */
const SHEETS = ProfileId.options.flatMap((profile, act) =>
  LETTER_KINDS.flatMap((kind, place) =>
    LANGUAGES.filter((_, at) => FULL || at === (act + place) % LANGUAGES.length).flatMap(language => {
      const data = letterOf(kind, profile, language)
      return data === null
        ? []
        : [{ profile, kind, language, data, name: `${kind}-${profile.slice(0, 2)}-${language}` }]
    }),
  ),
)

let desk: Desk
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'letter-files-'))
  desk = await launchDesk()
})
afterAll(async () => {
  await desk?.close()
  await rm(folder, { recursive: true, force: true })
})

async function saved(verb: 'sheetSave' | 'letterDocx', args: object, fileName: string): Promise<string> {
  const filePath = path.join(folder, fileName)
  await desk.answerNextDialog({ filePath })
  const answer = await desk.page.evaluate(
    ([name, given]) => {
      const { desk: verbs } = window as unknown as { desk: Record<string, (args: object) => Promise<unknown>> }
      return verbs[name as string]?.(given as object)
    },
    [verb, { ...args, fileName }] as const,
  )
  const result = answer as Result<unknown>
  if (!result.ok) throw new Error(result.error.code)
  return filePath
}

const asPdf = (data: LetterSheetData, name: string) =>
  saved('sheetSave', { job: { kind: 'letter', paper: 'A4', data } }, `${name}.pdf`)
const asDocx = (data: LetterSheetData, name: string) => saved('letterDocx', { sheet: data }, `${name}.docx`)

/** As LibreOffice lays the Word file out. */
async function converted(files: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=file://${folder}/office`
  await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf:writer_pdf_Export',
    '--outdir',
    `${folder}/converted`,
    ...files,
  ])
}

async function poppler(command: string, ...args: string[]): Promise<string> {
  return (await run(command, args)).stdout
}

/** What stands on the pages, with no regard to where lines break. */
async function textOf(file: string): Promise<string> {
  return (await poppler('pdftotext', '-layout', file, '-')).replace(/\s+/g, '')
}

const bare = (text: string) => text.replace(/\s+/g, '')
const pagesOf = async (file: string) => Number(/Pages: +(\d+)/.exec(await poppler('pdfinfo', file))?.[1])

/** The least distance of ink from the left and the right edge of the first page, in millimetres. */
async function marginsOf(file: string): Promise<{ left: number; right: number }> {
  const { stdout } = await run('pdftotext', ['-f', '1', '-l', '1', '-bbox', file, '-'])
  const words = [...stdout.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"/g)]
  const width = Number(/<page width="([\d.]+)"/.exec(stdout)?.[1])
  const left = Math.min(...words.map(([, x]) => Number(x)))
  const right = width - Math.max(...words.map(([, , x]) => Number(x)))
  return { left: (left * 25.4) / 72, right: (right * 25.4) / 72 }
}

const LONG_NAME = 'Нұрмұхамбетов-Құдайбергенов Әбдірахман-Сүлеймен Ықыласұлының'
const hostile = '<b>толстый</b> =1+1 \u202eоборот {{number}} & "кавычки"'
const long = 'Жер телімін беру туралы өтінішімді қайта қарауыңызды сұраймын. '.repeat(48).slice(0, 3000)
const CASES: readonly (readonly [string, Partial<LetterSheetData>])[] = [
  ['a name of sixty letters', { addressee: [LONG_NAME] }],
  ['a name of one word', { addressee: ['Мадина'] }],
  ['an essence of 3,000 characters', { paragraphs: [long, 'Соңы.'] }],
  ['markup, a formula and a turned line', { paragraphs: [hostile, 'Следующий абзац.'] }],
  ['one word without an end', { paragraphs: ['ұ'.repeat(400)] }],
]
const stemOf = (what: string) => what.replace(/\W+/g, '-')

const draftOf = (language: 'kk' | 'ru') =>
  known(letterOf('extension', 'KZ-2026', language, { draft: true, number: '', on: null }))

/** Every Word file of this spec, laid out at once: the office program is begun one time. */
let laidOut: Promise<void> | undefined
function inWord(): Promise<void> {
  laidOut ??= (async () => {
    const files: string[] = []
    for (const { data, name } of SHEETS) files.push(await asDocx(data, name))
    for (const [what, given] of CASES) files.push(await asDocx(refusalOf(given), stemOf(what)))
    for (const language of LANGUAGES) files.push(await asDocx(draftOf(language), `draft-${language}`))
    await converted(files)
  })()
  return laidOut
}

describe('every letter of both acts', () => {
  test.each(SHEETS)('$kind under $profile in $language is on paper what it says', async ({ data, name }) => {
    const file = await asPdf(data, name)
    const text = await textOf(file)
    for (const part of [...data.paragraphs, ...data.addressee, data.signer.position, data.signer.name, data.number]) {
      for (const line of part.split('\n')) expect(text).toContain(bare(line))
    }
    expect(await pagesOf(file)).toBe(1)
    const fonts = (await poppler('pdffonts', file)).trim().split('\n').slice(2)
    for (const font of fonts) expect(font).toMatch(/Tinos.* yes +(yes|no) +(yes|no) +\d+ +\d+$/)
    const { left, right } = await marginsOf(file)
    expect(left).toBeGreaterThanOrEqual(19.5)
    expect(right).toBeGreaterThanOrEqual(9.5)
  })

  test('in Word it is laid out as on paper', async () => {
    await inWord()
    for (const { data, name } of SHEETS) {
      const file = path.join(folder, 'converted', `${name}.pdf`)
      const text = await textOf(file)
      for (const part of [...data.paragraphs, ...data.addressee, data.signer.name, data.number]) {
        for (const line of part.split('\n')) expect(text).toContain(bare(line))
      }
      expect(await pagesOf(file)).toBe(1)
      const { left, right } = await marginsOf(file)
      expect(left).toBeGreaterThanOrEqual(19.5)
      expect(right).toBeGreaterThanOrEqual(9.5)
    }
  }, 180_000)
})

describe('what people write does a letter no harm', () => {
  test.each(CASES)('%s on paper', async (what, given) => {
    const file = await asPdf(refusalOf(given), stemOf(what))
    await demandHarmless(file, given)
    if (what.startsWith('markup')) expect(await textOf(file)).toContain('<b>толстый</b>=1+1')
  })

  test('all of them in Word', async () => {
    await inWord()
    for (const [what, given] of CASES) {
      await demandHarmless(path.join(folder, 'converted', `${stemOf(what)}.pdf`), given)
    }
  }, 120_000)
})

test('a draft says so, on paper and in Word', async () => {
  const marks = { kk: 'ЖОБА', ru: 'ПРОЕКТ' }
  await inWord()
  for (const language of LANGUAGES) {
    const onPaper = await poppler('pdftotext', '-raw', await asPdf(draftOf(language), `draft-${language}`), '-')
    expect(onPaper).toContain(marks[language])
    expect(await textOf(path.join(folder, 'converted', `draft-${language}.pdf`))).toContain(marks[language])
  }
}, 120_000)

function known(data: LetterSheetData | null): LetterSheetData {
  if (data === null) throw new Error('no such letter')
  return data
}

function refusalOf(given: Partial<LetterSheetData>): LetterSheetData {
  return known(letterOf('refusal', 'WKO-2020/2023', 'kk', given))
}

/** The letter is whole and stays within its margins whatever stands in it. */
async function demandHarmless(file: string, { paragraphs = [] }: Partial<LetterSheetData>): Promise<void> {
  const text = await textOf(file)
  expect(text).toContain('06-12/А-17')
  expect(text).toContain(bare(paragraphs.at(-1) ?? '').slice(-30))
  const { left, right } = await marginsOf(file)
  expect(left).toBeGreaterThanOrEqual(19.5)
  expect(right).toBeGreaterThanOrEqual(9.5)
}
