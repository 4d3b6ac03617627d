import { generateKeyPairSync } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openJournal } from '#electron/journal/journal.ts'
import { openKeys } from '#electron/security/key-store.ts'
import { openKeyring } from '#electron/security/keyring.ts'
import { randomText } from '#electron/security/random-text.ts'
import { sealBytes, systemRandom } from '#electron/security/seal.ts'
import { InstallationId } from '#shared/change/action.ts'
import { opening } from '#test/fault/desk-rig.ts'
import { hostStorage } from '#test/fault/host-storage.ts'
import { certify } from '#test/fixtures/certificates.ts'
import { type FaultProxy, startProxy } from '#test/fixtures/sync/fault-proxy.ts'
import { makeOffice, type RigOffice } from '#test/fixtures/sync/office.ts'
import { type RigServer, startServer } from '#test/fixtures/sync/server.ts'
import { listTable } from './applications.ts'
import { type AtDesk, copyOf, exactly, remove, sitDown } from './at-desk.ts'
import { goTo, speak } from './frame.ts'
import type { Language } from './words.ts'

const PICTURES = process.env.DESK_PICTURES

/** A server of the office, the proxy before it, and who vouches for its certificate. */
export interface Wire {
  readonly server: RigServer
  readonly office: RigOffice
  readonly proxy: FaultProxy
  readonly authority: string
}

/** A server of the office behind HTTPS with the office's own authority. */
export async function wireForTest(): Promise<Wire> {
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
export async function secondComputer(first: string): Promise<string> {
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

/** Which installation the desk is. */
export async function installationOf({ page }: AtDesk): Promise<string> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
  const answer = await page.evaluate(() => (window as any).desk.syncState({}))
  return answer.value.installation
}

/** Sets the office's server in Settings, as an administrator does. */
export async function setServer(at: AtDesk, { office, proxy, authority }: Wire): Promise<void> {
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

/** Settles when the card says so of the exchange. */
export async function standing(at: AtDesk, word: 'agreed' | 'waiting'): Promise<void> {
  await goTo(at, 'settings')
  await at.page
    .locator('.desks-standing')
    .getByText(at.t(`desks.standing.${word}`))
    .waitFor({ timeout: 60_000 })
}

/** Settles when somebody stands in the list of applications. */
export async function seesInList(at: AtDesk, surname: string): Promise<void> {
  await goTo(at, 'applications')
  await listTable(at).getByRole('row').filter({ hasText: surname }).first().waitFor({ timeout: 60_000 })
}

/** Somebody who applies. */
export const person = (surname: string) => ({ surname, given: 'Айгүл', iin: '', essence: 'Тұрғын үй кезегі' })

/** Sits down at another computer whose data lie in this folder. */
export async function second(userData: string, language: Language, env: Record<string, string> = {}): Promise<AtDesk> {
  const at = await sitDown(language, { userData, env })
  onTestFinished(() => at.desk.close())
  await speak(at, language)
  return at
}
