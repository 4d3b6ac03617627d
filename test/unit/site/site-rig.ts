import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { digestOf } from '#electron/site/place.ts'
import { Publisher } from '#electron/site/publisher.ts'
import { recordPublished } from '#electron/site/recorded.ts'
import { openPlace } from '#electron/site/services.ts'
import { openSiteFile } from '#electron/site/site-file.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { canonicalJson } from '#shared/posting/public-schedule.ts'
import type { PublicationState } from '#shared/posting/publication.ts'
import type { SiteTarget } from '#shared/posting/site-target.ts'
import { type CouchForTest, couchServer } from '#test/fixtures/site/couch.ts'
import { type SiteServerForTest, webServer } from '#test/fixtures/site/web-server.ts'
import type { TemporaryDesk } from '../desk/temporary-desk.ts'

/** A way to the site over a real place: what it is set as, and what stands there. */
export interface Way {
  readonly target: SiteTarget
  readonly password: string
  /** A file as whoever reads the site gets it. */
  read(name: string): Promise<Buffer | null>
  /** Somebody spoils what stands there. */
  spoil(): Promise<unknown>
  /** Takes the wire or the share away, and gives it back. */
  down(): Promise<void>
  up(): Promise<void>
  end(): Promise<void>
}

const PASSWORD = 'secret'

/** A folder; it is away while it has another name. */
export async function folderWay(): Promise<Way> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'site-'))
  const folder = path.join(base, 'share')
  await nodeFiles.makeFolder(folder)
  return {
    target: { kind: 'folder', folder },
    password: '',
    read: name => nodeFiles.readFile(path.join(folder, name)),
    spoil: () => rm(path.join(folder, 'index.html')),
    down: () => nodeFiles.rename(folder, `${folder}.away`),
    up: () => nodeFiles.rename(`${folder}.away`, folder),
    end: () => rm(base, { recursive: true, force: true }),
  }
}

/** A server of files; one that is down listens no more, and comes back at the same address with what it kept. */
export async function webWay(): Promise<Way & { server(): SiteServerForTest }> {
  let server = await webServer({ password: PASSWORD })
  const { address, kept } = server
  return {
    target: { kind: 'web', address, login: 'site', authority: '' },
    password: PASSWORD,
    server: () => server,
    read: async name => kept.get(name) ?? null,
    spoil: async () => kept.set('index.html', Buffer.from('<p>spoilt</p>')),
    down: () => server.close(),
    async up() {
      server = await webServer({ password: PASSWORD, port: Number(new URL(address).port) }, kept)
    },
    end: () => server.close(),
  }
}

let couch: Promise<CouchForTest> | null = null

/** Ends the CouchDB of this run of tests, where one was begun. */
export async function endCouch(): Promise<void> {
  await (await couch)?.close()
  couch = null
}

/** A database of a CouchDB behind a door that may be closed. */
export async function couchWay(): Promise<Way & { server(): SiteServerForTest }> {
  couch ??= couchServer()
  const database = await (await couch).database()
  const options = { password: PASSWORD, behind: database }
  let server = await webServer(options)
  const { address } = server
  return {
    target: { kind: 'couch', address, login: 'site', authority: '' },
    password: PASSWORD,
    server: () => server,
    async read(name) {
      const answer = await fetch(`${database}posted-schedule/${name}`)
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null
    },
    async spoil() {
      const document = `${database}posted-schedule`
      const { _rev } = (await (await fetch(document)).json()) as { _rev: string }
      await fetch(`${document}?rev=${_rev}`, { method: 'DELETE' })
    },
    down: () => server.close(),
    async up() {
      server = await webServer({ ...options, port: Number(new URL(address).port) })
    },
    end: () => server.close(),
  }
}

/** A sheet as bytes that say what is on it: what paper looks like is looked at elsewhere. */
export async function printedJob(job: SheetJob): Promise<Uint8Array> {
  return Buffer.from(`%PDF ${canonicalJson(job)}`)
}

export interface SiteRig {
  readonly publisher: Publisher
  readonly told: PublicationState[]
  /** Unexpected faults. */
  readonly bugs: unknown[]
  /** Waits until the publication stands so. */
  until(check: (state: PublicationState) => boolean): Promise<PublicationState>
  /** Causes that were told, in their order, each once in a row. */
  causes(): string[]
}

/** The publisher of a desk, as the program has it; tries come one second after another. */
export function siteRig({ state, folder }: TemporaryDesk, print = printedJob): SiteRig {
  const told: PublicationState[] = []
  const bugs: unknown[] = []
  const publisher = new Publisher({
    print,
    findDesk: state.findDesk,
    openFile: desk => openSiteFile(desk.keys, { folder, files: nodeFiles }),
    placeOf: (target, password) => openPlace(target, password, 'qabyldau-test-'),
    now: () => state.clock.now(),
    today: () => state.actor().date,
    record: async (desk, edition, proof) => void (await recordPublished(desk, edition, proof, state.actor())),
    told: one => told.push(one),
    reportBug: error => bugs.push(error),
    random: () => 0,
  })
  return {
    publisher,
    told,
    bugs,
    async until(check) {
      return vi.waitFor(
        async () => {
          const now = await publisher.state()
          if (!check(now)) throw new Error(`${now.phase} ${JSON.stringify(now.failed)} ${String(bugs)}`)
          return now
        },
        { timeout: 20_000, interval: 20 },
      )
    },
    causes: () =>
      told.flatMap(({ failed }) => failed?.error.code ?? []).filter((code, at, all) => code !== all[at - 1]),
  }
}

/** Digest of what a way has under a name, or null. */
export async function digestAt(way: Pick<Way, 'read'>, name: string): Promise<string | null> {
  const bytes = await way.read(name)
  return bytes && digestOf(bytes)
}
