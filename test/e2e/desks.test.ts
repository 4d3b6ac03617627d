import { generateKeyPairSync } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openJournal } from '#electron/journal/journal.ts'
import { openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { randomText } from '#electron/security/random-text.ts'
import { sealBytes, systemRandom } from '#electron/security/seal.ts'
import { InstallationId } from '#shared/change/action.ts'
import { LoopbackAddress } from '#shared/sync/address.ts'
import { opening } from '#test/fault/desk-rig.ts'
import { hostStorage } from '#test/fault/host-storage.ts'
import { certify } from '#test/fixtures/certificates.ts'
import { type FaultProxy, startProxy } from '#test/fixtures/sync/fault-proxy.ts'
import { makeOffice, type RigOffice } from '#test/fixtures/sync/office.ts'
import { type RigServer, startServer } from '#test/fixtures/sync/server.ts'
import { listTable } from './pages/applications.ts'
import { type AtDesk, copyOf, exactly, remove, sitDown } from './pages/at-desk.ts'
import { goTo, speak } from './pages/frame.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn, type Language } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES

interface Wire {
  readonly server: RigServer
  readonly office: RigOffice
  readonly proxy: FaultProxy
  readonly authority: string
}

/** A server of the office behind HTTPS with the office's own authority. */
async function wireForTest(): Promise<Wire> {
  const server = await startServer('leveldb')
  const office = await makeOffice(server)
  const authority = certify({ name: 'Akimat' })
  const own = certify({ name: 'sync', by: authority, hosts: ['127.0.0.1', 'localhost'] })
  const proxy = await startProxy(server.address, { key: own.keyPem, cert: own.cert })
  onTestFinished(async () => {
    await proxy.close()
    await office.close()
    await server.close()
  })
  return { server, office, proxy, authority: authority.cert }
}

/** Another computer of the same office: its office key and its chains, an installation and a letter of its own. */
async function secondComputer(first: string): Promise<string> {
  const userData = await copyOf(first)
  onTestFinished(() => remove(userData))
  const folder = path.join(userData, 'desk-data')
  const where = { folder, storage: hostStorage(userData) }
  const before = await openKeys(where)
  const seed = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
  const installation = InstallationId.parse(randomText(16, systemRandom))
  const desk = Buffer.from(JSON.stringify({ installation, key: seed.toString('base64') }))
  const sealed = await before.lend(async office => sealBytes(office, desk, 'keys/desk.key|1', systemRandom))
  await writeFile(path.join(folder, 'keys/desk.key'), sealed)
  for (const name of await readdir(userData)) {
    if (/^(profile|chromium$)/.test(name)) await rm(path.join(userData, name), { recursive: true })
  }
  const keys = await openKeys(where)
  const keyring = await openKeyring({ folder, keys })
  const clock = { now: () => Date.now(), start: () => undefined }
  const journal = await openJournal({ folder, keys, keyring, clock, floor: () => 0 })
  await journal.append([opening({ keys, keyring, journal }, 'Б')])
  await journal.close()
  return userData
}

async function installationOf({ page }: AtDesk): Promise<string> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
  const answer = await page.evaluate(() => (window as any).desk.syncState({}))
  return answer.value.installation
}

/** Sets the office's server in Settings, as an administrator does. */
async function setServer(at: AtDesk, { office, proxy, authority }: Wire): Promise<void> {
  const { page, t } = at
  const { account } = await office.desk(await installationOf(at))
  await goTo(at, 'settings')
  await page.getByRole('button', { name: exactly(t('desks.set')) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(exactly(t('desks.address'))).fill(proxy.address)
  await dialog.getByLabel(exactly(t('desks.office'))).fill(office.code)
  await dialog.getByLabel(exactly(t('desks.password'))).fill(account.password)
  await dialog.getByLabel(exactly(t('desks.authority'))).fill(authority)
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `server-${at.language}.png`) })
  await dialog.getByRole('button', { name: exactly(t('desks.begin')) }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function standing(at: AtDesk, word: 'agreed' | 'waiting'): Promise<void> {
  await goTo(at, 'settings')
  await at.page
    .locator('.desks-standing')
    .getByText(at.t(`desks.standing.${word}`))
    .waitFor({ timeout: 60_000 })
}

async function seesInList(at: AtDesk, surname: string): Promise<void> {
  await goTo(at, 'applications')
  await listTable(at).getByRole('row').filter({ hasText: surname }).first().waitFor({ timeout: 60_000 })
}

const person = (surname: string) => ({ surname, given: 'Айгүл', iin: '', essence: 'Тұрғын үй кезегі' })

async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (!PICTURES) return
  await page.locator('.desks-standing').scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

async function second(userData: string, language: Language, env: Record<string, string> = {}): Promise<AtDesk> {
  const at = await sitDown(language, { userData, env })
  onTestFinished(() => at.desk.close())
  await speak(at, language)
  return at
}

describe.each(flowsIn('ru'))('two windows and a server, %s', language => {
  test('registered at one, seen at the other; the server killed, put back from an older copy, away for a while', async () => {
    const wire = await wireForTest()
    const { at: a, userData } = await sitAtForTest('begun', language)
    await registerAtDesk(a, person('Бұрынғыева'))
    await a.desk.close()
    const other = await secondComputer(userData)
    const first = await second(userData, language)
    const b = await second(other, language)
    await setServer(first, wire)
    await setServer(b, wire)
    await standing(first, 'agreed')
    await standing(b, 'agreed')
    await registerAtDesk(first, person('Әділханова'))
    await seesInList(b, 'Әділханова')
    await registerAtDesk(b, person('Ғабитова'))
    await seesInList(first, 'Ғабитова')
    await standing(b, 'agreed')
    await picture(b, `agreed-${language}`)

    const copy = (await wire.server.process?.copy()) ?? ''
    await registerAtDesk(first, person('Қасымова'))
    await seesInList(b, 'Қасымова')
    await wire.server.process?.kill()
    await registerAtDesk(b, person('Өтегенова'))
    await standing(b, 'waiting')
    await b.page.getByText(b.t('desks.to_send', { count: 1 })).waitFor()
    await picture(b, `waiting-${language}`)
    await wire.server.process?.putBack(copy)
    await wire.server.process?.restart()
    await b.page.getByRole('button', { name: exactly(b.t('desks.now')) }).click()
    await seesInList(first, 'Өтегенова')
    await standing(first, 'agreed')
    await standing(b, 'agreed')
    const { page } = b
    // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
    const verified = await page.evaluate(() => (window as any).desk.journalVerify({}))
    expect(verified.value.brokenAt).toBeNull()
  }, 240_000)
})

test('a wrong password is told in words, nothing is lost, and the right one goes on', async () => {
  const wire = await wireForTest()
  const { at } = await sitAtForTest('begun', 'kk')
  await setServer(at, wire)
  await standing(at, 'agreed')
  await wire.office.desk(await installationOf(at))
  await registerAtDesk(at, person('Әділханова'))
  await at.page.getByText(at.t('desks.why.login')).waitFor({ timeout: 60_000 })
  expect(LoopbackAddress.safeParse(wire.server.address).success).toBe(true)
  expect((await readFile(path.join(at.desk.userData, 'desk-data/sync/server'))).includes('password')).toBe(false)
}, 120_000)
