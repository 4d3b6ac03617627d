import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Locator } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Official } from '#shared/official/model.ts'
import { readManifest } from '#shared/posting/site-manifest.ts'
import { officeDate } from '#shared/time/office-time.ts'
import { certify } from '#test/fixtures/certificates.ts'
import { expectedJournal, QUARTERS } from '#test/fixtures/import/expected.ts'
import { monthOf } from '#test/fixtures/posting.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { type SiteServerForTest, webServer } from '#test/fixtures/site/web-server.ts'
import { type AtDesk, exactly, remove, sitDown } from './pages/at-desk.ts'
import { goTo, goToAddress, speak } from './pages/frame.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const run = promisify(execFile)
const PICTURES = process.env.DESK_PICTURES
const PASSWORD = 'сайт құпиясы 7'
/** The month after this one: what is over is not published any more. */
const MONTH = nextMonth()
const FILES = ['index.html', 'manifest.json', 'receptions.ics', 'schedule.json']
const SHEETS = ['A3', 'A4'].map(paper => `schedule-${MONTH}-${paper}.pdf`)

async function picture({ page, t }: AtDesk, name: string, shown?: Locator): Promise<void> {
  if (!PICTURES) return
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await (shown ?? page.getByRole('heading', { name: t('publish.title'), exact: true })).scrollIntoViewIfNeeded()
      await page.screenshot({ path: path.join(PICTURES, `${name}-${width}-${colorScheme}.png`) })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function folder(name: string): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), `${name}-`))
  onTestFinished(() => remove(made))
  return made
}

/** A server at a port of its own; `again` brings it back at the same port with what it kept. */
async function httpsServer(): Promise<{
  first: SiteServerForTest
  authority: string
  again: () => Promise<SiteServerForTest>
}> {
  const by = certify({ name: 'Test authority' })
  const { keyPem: key, cert } = certify({ name: 'site', by, hosts: ['127.0.0.1'] })
  const options = { login: 'site', password: PASSWORD, tls: { key, cert } }
  const first = await webServer(options)
  onTestFinished(() => first.close())
  return {
    first,
    authority: by.cert,
    async again() {
      const back = await webServer({ ...options, port: Number(new URL(first.address).port) }, first.kept)
      onTestFinished(() => back.close())
      return back
    },
  }
}

const button = ({ page, t }: AtDesk, key: Parameters<AtDesk['t']>[0]) =>
  page.getByRole('region', { name: t('publish.title'), exact: true }).getByRole('button', { name: t(key), exact: true })

const cardOf = ({ page, t }: AtDesk) => page.getByRole('region', { name: t('publish.title'), exact: true })

/** A sentence with its figures left out, as a pattern. */
function sentence(at: AtDesk, key: Parameters<AtDesk['t']>[0], params: Record<string, string | number>): RegExp {
  const whole = at.t(key, Object.fromEntries(Object.keys(params).map(name => [name, '\u0000'])))
  return new RegExp(
    whole
      .split('\u0000')
      .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  )
}

const published = (at: AtDesk) => cardOf(at).getByText(sentence(at, 'publish.published', { when: '', place: '' }))

async function choose(at: AtDesk, kind: 'folder' | 'web'): Promise<void> {
  await goTo(at, 'settings')
  await at.page.getByLabel(at.t('publish.kind'), { exact: true }).selectOption(kind)
}

async function fillServer(at: AtDesk, address: string, authority: string): Promise<void> {
  const { page, t } = at
  await page.getByLabel(exactly(t('publish.address'))).fill(address)
  await page.getByLabel(exactly(t('publish.login'))).fill('site')
  await page
    .getByLabel(exactly(t('publish.password')))
    .last()
    .fill(PASSWORD)
  await page.getByLabel(exactly(t('publish.authority'))).fill(authority)
}

async function call<T>(at: AtDesk, verb: string, args: unknown): Promise<T> {
  const answer = await at.page.evaluate(
    ([name, value]) =>
      (window as unknown as { desk: Record<string, (args: unknown) => unknown> }).desk[name as string]?.(value),
    [verb, args] as const,
  )
  const { ok, value } = answer as { ok: boolean; value: T }
  if (!ok) throw new Error(JSON.stringify(answer))
  return value
}

/** Approves the month without its first receptions, as many as asked: each time another version. */
async function approve(at: AtDesk, leftOut: number): Promise<void> {
  const read = await call<{ actions: { type: string; id: string; entity: string; body: { official?: unknown } }[] }>(
    at,
    'journalHot',
    { after: null, offset: 0, limit: 2000 },
  )
  const officials = read.actions
    .filter(one => one.type === 'official.added')
    .map(one => Official.parse(one.body.official))
  const own = read.actions.filter(({ entity }) => entity === `schedule:${MONTH}`)
  const base = own.findLast(({ type }) => type === 'schedule.approved')?.id ?? null
  const { receptions, ...month } = monthOf(MONTH, officials)
  const schedule = { ...month, receptions: receptions.slice(leftOut) }
  const body = { schedule, base, approvedBy: 'Әкім', approvedOn: '2026-01-05' }
  const basedOn = own.at(-1)?.id ?? null
  await call(at, 'journalAct', { intent: { entity: `schedule:${MONTH}`, type: 'schedule.approved', basedOn, body } })
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Nobody who came is in any byte that left. */
function demandNobody(bytes: readonly Uint8Array[]): void {
  const all = Buffer.concat(bytes).toString('utf8').replaceAll('\r\n ', '')
  expect(all).toContain(SAMPLE_OFFICIALS[0]?.name.surname.kk)
  const people = QUARTERS.flatMap(quarter => expectedJournal(quarter).records)
  expect(people.length).toBeGreaterThan(100)
  expect(people.filter(one => all.includes(one.iin) || all.includes(`${one.surname} ${one.given}`))).toEqual([])
}

describe.each(flowsIn('kk'))('the posted schedule in a folder of the site, %s', language => {
  test('tried, kept, published by itself, the bytes of the files that are saved by hand', async () => {
    const { at } = await sitAtForTest('filled', language)
    const { page, t } = at
    const share = await folder('share')
    await choose(at, 'folder')
    await at.desk.answerNextDialog({ filePaths: [share] })
    await button(at, 'publish.folder.choose').click()
    await page.getByText(share, { exact: true }).waitFor()
    await button(at, 'publish.try').click()
    await page.getByText(t('publish.tried.empty'), { exact: true }).waitFor()
    expect(await readdir(share)).toEqual([])
    await button(at, 'act.keep').click()
    await cardOf(at).getByText(t('publish.empty'), { exact: true }).waitFor()
    await picture(at, `site-settings-folder-${language}`)

    await approve(at, 0)
    await goToAddress(at, `#/schedule?month=${MONTH}&part=posting`)
    await published(at).waitFor({ timeout: 60_000 })
    expect(await cardOf(at).innerText()).toContain(share)
    const place = page.getByRole('listitem').filter({ hasText: t('posting.place.site') })
    await place.getByText(t('posting.state.stands'), { exact: true }).waitFor()
    const versions = page.getByRole('table', { name: t('posting.versions'), exact: true })
    expect(await versions.innerText()).toContain(t('publish.by_itself'))
    await picture(at, `site-posting-folder-${language}`)
    await picture(at, `site-versions-${language}`, versions)

    expect((await readdir(share)).sort()).toEqual([...FILES, ...SHEETS].sort())
    const manifest = readManifest(await readFile(path.join(share, 'manifest.json'), 'utf8'))
    for (const { name, sha256 } of manifest?.files ?? [])
      expect(digest(await readFile(path.join(share, name))), name).toBe(sha256)
    const byHand = path.join(await folder('hand'), 'site')
    await mkdir(byHand)
    await at.desk.answerNextDialog({ filePaths: [byHand] })
    await call(at, 'siteSave', { months: [MONTH], quarter: null, as: 'folder', fileName: 'x.zip' })
    for (const name of await readdir(byHand)) {
      const [ours, theirs] = await Promise.all([share, byHand].map(one => said(path.join(one, name))))
      expect(digest(Buffer.from(ours ?? '')), name).toBe(digest(Buffer.from(theirs ?? '')))
    }
    demandNobody(await Promise.all((await readdir(share)).map(name => readFile(path.join(share, name)))))
  })
})

describe.each(flowsIn('ru'))('the posted schedule on a server with an authority of its own, %s', language => {
  test('approved without a network, killed on the way, published when the wire is back', async () => {
    const seat = await sitAtForTest('filled', language)
    const { at } = seat
    const { page, t } = at
    const { first, authority, again } = await httpsServer()
    await choose(at, 'web')
    await fillServer(at, first.address, '')
    await button(at, 'publish.try').click()
    await page.getByText(t('error.site.tls_unknown'), { exact: true }).waitFor()
    await fillServer(at, first.address, authority)
    await button(at, 'publish.try').click()
    await page.getByText(t('publish.tried.empty'), { exact: true }).waitFor()
    await button(at, 'act.keep').click()
    await page.getByText(t('settings.kept'), { exact: true }).first().waitFor()
    await picture(at, `site-settings-web-${language}`)
    await first.close()

    await approve(at, 0)
    await goToAddress(at, `#/schedule?month=${MONTH}&part=posting`)
    await cardOf(at).getByText(t('error.site.offline')).waitFor()
    const place = page.getByRole('listitem').filter({ hasText: t('posting.place.site') })
    await place.getByText(t('posting.state.never'), { exact: true }).waitFor()
    await picture(at, `site-posting-waiting-${language}`)

    const server = await again()
    server.fault = method => (method === 'PUT' ? { status: 507 } : null)
    await button(at, 'publish.now').click()
    await cardOf(at).getByText(t('error.site.full')).waitFor()
    // On its way: the server takes the bytes and says nothing; the program is killed then.
    server.fault = (method, name) => (method === 'PUT' && name.endsWith('receptions.ics') ? 'silent' : null)
    await button(at, 'publish.now').click()
    await cardOf(at)
      .getByText(sentence(at, 'publish.progress', { done: '', total: '' }))
      .first()
      .waitFor()
    await picture(at, `site-posting-working-${language}`)
    process.kill(at.desk.mainPid, 'SIGKILL')
    await at.desk.exited
    await at.desk.close()
    expect(server.kept.has('manifest.json')).toBe(false)

    server.fault = () => null
    const later = await sitDown(language, { userData: seat.userData })
    onTestFinished(() => later.desk.close())
    await speak(later, language)
    await goToAddress(later, `#/schedule?month=${MONTH}&part=posting`)
    await published(later).waitFor({ timeout: 60_000 })
    await picture(later, `site-posting-web-${language}`)
    expect([...server.kept.keys()].sort()).toEqual([...FILES, ...SHEETS].sort())
    const before = server.kept.get('manifest.json')

    await approve(later, 1)
    const manifestNow = () => readManifest(server.kept.get('manifest.json')?.toString() ?? '')
    await expect.poll(() => manifestNow()?.months[0]?.number, { timeout: 60_000 }).toBe(2)
    await later.page
      .getByRole('table', { name: t('posting.versions'), exact: true })
      .getByText(t('publish.by_itself'))
      .nth(1)
      .waitFor()
    const manifest = manifestNow()
    expect(manifest?.months).toMatchObject([{ month: MONTH, number: 2 }])
    expect(server.kept.get('manifest.json')).not.toEqual(before)
    for (const { name, sha256 } of manifest?.files ?? [])
      expect(digest(server.kept.get(name) ?? Buffer.alloc(0)), name).toBe(sha256)
    demandNobody([...first.sent, ...server.sent].map(({ body }) => body))
    expect(Buffer.concat(server.sent.map(({ body }) => body)).includes(PASSWORD)).toBe(false)
  })
})

/** What a file says. Made a moment apart it differs in that moment alone; a PDF is not the same to the byte when it is printed twice. */
async function said(file: string): Promise<string> {
  if (file.endsWith('.pdf')) return (await run('pdftotext', ['-layout', file, '-'])).stdout
  return (await readFile(file, 'utf8')).replace(/DTSTAMP:\d{8}T\d{6}Z/g, 'DTSTAMP')
}

function nextMonth(): string {
  const [year = 0, month = 0] = officeDate(Date.now()).split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}
