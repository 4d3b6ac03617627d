import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { Official } from '#shared/official/model.ts'
import { PublicSchedule } from '#shared/posting/public-schedule.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { expectedJournal, QUARTERS } from '#test/fixtures/import/expected.ts'
import { manyOfficials, monthOf, POSTING_OFFICE } from '#test/fixtures/posting.ts'
import { BRIEFING, CALLS, DOOR, PERSONS } from '#test/fixtures/reception-sheets.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { findChromium } from '../../tools/chromium-host/find-chromium.js'
import { type AtDesk, remove } from './pages/at-desk.ts'
import { goToAddress } from './pages/frame.ts'
import { type PreparedDesk, sitAt } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
const AXE = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)
const MONTH = '2026-10'

let folder: string
let seat: PreparedDesk
let at: AtDesk
beforeAll(async () => {
  folder = process.env.POSTING_PICTURES ?? (await mkdtemp(path.join(tmpdir(), 'posting-')))
  await mkdir(folder, { recursive: true })
  seat = await sitAt('filled', 'ru')
  at = seat.at
})
afterAll(async () => {
  await at.desk.close()
  await seat.leave()
  if (process.env.POSTING_PICTURES === undefined) await remove(folder)
})

describe('the files for the site', () => {
  test('of a month that is not approved there are none: it is not even asked where', async () => {
    expect(await askSite()).toMatchObject({ ok: false, error: { code: 'site.not_approved' } })
  })

  test('approved, they are one archive: nobody who came is in any byte of it', async () => {
    await approveMonth()
    const file = path.join(folder, 'site.zip')
    expect(await saveSite(file)).toMatchObject({ ok: true, value: { state: 'saved', path: file } })
    await run('/usr/bin/python3', ['-m', 'zipfile', '-e', file, path.join(folder, 'site')])
    const sheet = path.join(folder, `site/schedule-${MONTH}-A4.pdf`)
    const { stdout: onPaper } = await run('pdftotext', ['-raw', sheet, '-'])
    const page = await readFile(path.join(folder, 'site/index.html'), 'utf8')
    const data = await readFile(path.join(folder, 'site/schedule.json'), 'utf8')
    const feed = await readFile(path.join(folder, 'site/receptions.ics'), 'utf8')
    const mark = PublicSchedule.parse(JSON.parse(data)).months[0]?.digest.slice(0, 4) ?? ''
    for (const text of [onPaper, page]) expect(text).toContain(mark)
    const all = [onPaper, page, data, feed.replaceAll('\r\n ', '')].join('\n').replace(/\s+/g, ' ')
    expect(all).toContain(SAMPLE_OFFICIALS[0]!.name.surname.kk)
    const applicants = QUARTERS.flatMap(quarter => expectedJournal(quarter).records)
    expect(applicants.length).toBeGreaterThan(100)
    expect(applicants.filter(one => all.includes(one.iin) || all.includes(`${one.surname} ${one.given}`))).toEqual([])
  })

  test('the same loose in a folder that is chosen: the bytes of the archive, over what was there, beside what is not ours', async () => {
    const loose = path.join(folder, 'loose')
    await mkdir(loose, { recursive: true })
    await writeFile(path.join(loose, 'index.html'), 'old')
    await writeFile(path.join(loose, 'banner.txt'), 'theirs')
    await at.desk.answerNextDialog({ filePaths: [loose] })
    expect(await askSite('folder')).toMatchObject({ ok: true, value: { state: 'saved', path: loose } })
    const ours = ['A3.pdf', 'A4.pdf'].map(paper => `schedule-${MONTH}-${paper}`)
    expect((await readdir(loose)).sort()).toEqual(
      ['banner.txt', 'index.html', 'receptions.ics', 'schedule.json', ...ours].sort(),
    )
    for (const name of ['index.html', 'schedule.json'])
      expect(await readFile(path.join(loose, name))).toEqual(await readFile(path.join(folder, 'site', name)))
    expect(await readFile(path.join(loose, 'banner.txt'), 'utf8')).toBe('theirs')
  })

  test('posted in the room: where, when and by whom stand in the list, and a mark is told from another', async () => {
    const { page, t } = at
    await goToAddress(at, `#/schedule?month=${MONTH}&part=posting`)
    const room = page.getByRole('listitem').filter({ hasText: t('posting.place.room') })
    await room.getByText(t('posting.state.never'), { exact: true }).waitFor()
    await page.getByLabel(t('posting.photo'), { exact: true }).fill('IMG-0412')
    await page.getByRole('button', { name: t('posting.act'), exact: true }).click()
    await room.getByText(t('posting.state.stands'), { exact: true }).waitFor()
    const versions = page.getByRole('table', { name: t('posting.versions'), exact: true })
    expect(await versions.innerText()).toContain('IMG-0412')
    await page.getByLabel(t('posting.check'), { exact: true }).fill('0000-0000')
    await page.getByText(t('posting.check.unknown'), { exact: true }).waitFor()
    if (process.env.POSTING_PICTURES !== undefined)
      await page.screenshot({ path: path.join(folder, 'part.png'), fullPage: true })
  })

  test('the page is read by everybody: no violation, no script, no sideways scrolling at 320 pixels, light and dark', async () => {
    const browser = await openBrowser()
    try {
      for (const [width, colorScheme] of [
        [1366, 'light'],
        [320, 'dark'],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
        await page.goto(pathToFileURL(path.join(folder, 'site/index.html')).href)
        expect(await page.evaluate(() => document.scripts.length)).toBe(0)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        if (process.env.POSTING_PICTURES !== undefined)
          await page.screenshot({ path: path.join(folder, `page-${width}-${colorScheme}.png`), fullPage: true })
        await page.addScriptTag({ content: await readFile(AXE, 'utf8') })
        const found = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
          return (await axe.run()).violations.map(one => `${one.id}: ${one.nodes[0]?.html}`)
        })
        expect(found, `${width} ${colorScheme}`).toEqual([])
        await page.close()
      }
    } finally {
      await browser.close()
    }
  })
})

describe('sheets on paper', () => {
  test('a hundred and twenty officials: pages are numbered, the head of the table is on each, nobody is lost', async () => {
    const officials = manyOfficials(120)
    const schedule = monthOf(MONTH, officials)
    const approved = { by: 'Әкім', on: PlainDate.parse('2026-09-25') }
    const file = await print('many', {
      kind: 'schedule',
      paper: 'A4',
      schedule,
      officials,
      office: POSTING_OFFICE,
      calendar: SEED_CALENDAR,
      approved,
    })
    const pages = (await textOf(file)).split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(4)
    for (const [index, text] of pages.entries()) expect(text).toContain(`${index + 1} / ${pages.length}`)
    for (const text of pages.slice(0, -1)) expect(text).toContain('День приема')
    const all = pages.join(' ').replace(/\s+/g, ' ')
    for (let index = 6; index < 120; index++) expect(all, String(index)).toContain(`№ ${index}`)
  })

  test('the annex of a quarter carries the address of the office and the mark', async () => {
    const officials = manyOfficials(12)
    const months = ['2026-10', '2026-11', '2026-12'].map(month => ({
      schedule: monthOf(month, officials),
      approved: { by: 'Әкім', on: PlainDate.parse('2026-09-25') },
    }))
    const office = {
      ...POSTING_OFFICE,
      profiles: [{ profile: 'KZ-2026' as const, from: PlainDate.parse('2020-12-09') }],
    }
    const file = await print('annex', {
      kind: 'annex',
      paper: 'A3',
      quarter: Quarter.parse('2026-Q4'),
      months,
      officials,
      office,
      calendar: SEED_CALENDAR,
    })
    const text = (await textOf(file)).replace(/\s+/g, '')
    expect(text).toContain(POSTING_OFFICE.email)
    expect(text).toMatch(/Нұсқакоды:[0-9a-f]{4}-[0-9a-f]{4}/)
  })

  test('the sheets of a reception: who is received, whom to call, what is known, the sign on the door', async () => {
    const persons = await textOf(
      await print('persons', { kind: 'persons', paper: 'A4', language: 'ru', data: PERSONS }),
    )
    expect(persons).toContain('вне очереди, п. 11')
    const calls = await textOf(await print('calls', { kind: 'calls', paper: 'A4', language: 'ru', data: CALLS }))
    expect(calls.replace(/\s+/g, ' ')).toContain('Осы уақытта келе аласыз ба?')
    const briefing = await textOf(
      await print('briefing', { kind: 'briefing', paper: 'A4', language: 'kk', data: BRIEFING }),
    )
    expect(briefing).toContain('Анықтамалық ақпарат')
    const door = await textOf(await print('door', { kind: 'door_sign', paper: 'A4', data: DOOR }))
    expect(door.split('\f').length).toBe(2)
  })
})

async function approveMonth(): Promise<void> {
  const officials = await officialsOfDesk()
  const body = { schedule: monthOf(MONTH, officials), approvedBy: 'Әкім', approvedOn: '2026-09-25' }
  const answer = await call('journalAct', {
    intent: { entity: `schedule:${MONTH}`, type: 'schedule.approved', basedOn: null, body },
  })
  expect(answer).toMatchObject({ ok: true })
}

/** Those the import brought in, with the ids the journal gave them. */
async function officialsOfDesk(): Promise<Official[]> {
  const read = (await call('journalHot', { after: null, offset: 0, limit: 2000 })) as {
    value: { actions: { type: string; body: { official?: unknown } }[] }
  }
  const added = read.value.actions.filter(one => one.type === 'official.added')
  expect(added).toHaveLength(SAMPLE_OFFICIALS.length)
  return added.map(one => Official.parse(one.body.official))
}

async function saveSite(filePath: string): Promise<unknown> {
  await at.desk.answerNextDialog({ filePath })
  return askSite()
}

function askSite(as: 'archive' | 'folder' = 'archive'): Promise<unknown> {
  return call('siteSave', { months: [MONTH], quarter: null, as, fileName: 'site.zip' })
}

async function print(name: string, job: SheetJob): Promise<string> {
  const filePath = path.join(folder, `${name}.pdf`)
  await at.desk.answerNextDialog({ filePath })
  expect(await call('sheetSave', { job, fileName: `${name}.pdf` })).toMatchObject({ ok: true })
  return filePath
}

function call(verb: string, args: unknown): Promise<unknown> {
  return at.page.evaluate(
    ([name, value]) =>
      (window as unknown as { desk: Record<string, (args: unknown) => unknown> }).desk[name as string]?.(value),
    [verb, args] as const,
  )
}

function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

async function textOf(file: string): Promise<string> {
  return (await run('pdftotext', ['-raw', file, '-'])).stdout
}
