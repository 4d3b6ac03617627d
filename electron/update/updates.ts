import path from 'node:path'
import type { FoundPackage } from '#shared/ipc/updates.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Purpose, RunningProgram } from '#shared/update/judge.ts'
import { compareVersions } from '#shared/update/version.ts'
import type { Actor } from '../desk/act.ts'
import { inTurn } from '../desk/in-turn.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { randomText } from '../security/random-text.ts'
import { systemRandom } from '../security/seal.ts'
import type { PackageSource } from './package-file.ts'
import {
  acceptIntents,
  calendarContent,
  demandNotOlder,
  lettersContent,
  noteAccepted,
  type PackContent,
} from './packs.ts'
import { demandKept, inMemory, type Kept, keepProgram, listKept, removeKept } from './staged.ts'
import { type Trust, trustOf } from './trusted-keys.ts'
import { demandHead, type Judged, type VerifiedPackage, verifyPackage } from './verify-package.ts'

/** What updates rest on. `folder`: `desk-updates`, beside the data. */
export interface UpdateParts {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  readonly moved: () => void
  readonly folder: string
  readonly running: RunningProgram
  readonly packaged: boolean
  readonly files: FileSystem
  /** Day of the machine. */
  readonly today: () => PlainDate
  /** Takes a copy of the journal that can be gone back to. Throws `backup.*`: nothing is installed then. */
  readonly snapshot: () => Promise<void>
  readonly choosePackage: ServiceContext['choosePackage']
  /** Begins an installer, or says that a person has to. */
  readonly beginInstaller: ServiceContext['beginInstaller']
  readonly log: ServiceContext['log']
}

interface Chosen {
  readonly token: string
  readonly file: string
  readonly verified: VerifiedPackage
  readonly content: PackContent | null
}

type UpdateChannel = 'update.state' | 'update.choose' | 'update.install' | 'update.return' | 'update.accept'

/** Updates of the desk, one call after another. */
export function updateServices(parts: UpdateParts): Pick<DeskServices, UpdateChannel> {
  const updates = new Updates(parts)
  const serially = inTurn()
  return {
    'update.state': () => serially(() => updates.state()),
    'update.choose': (_nothing, caller) =>
      serially(async () => {
        const file = await parts.choosePackage(caller)
        return { found: file === null ? null : await updates.look(file) }
      }),
    'update.install': ({ token }) => serially(() => updates.install(token)),
    'update.return': ({ version }) => serially(() => updates.goBack(version)),
    'update.accept': ({ token }) => serially(() => updates.accept(token)),
  }
}

class Updates {
  readonly #parts: UpdateParts
  /** The last package that was looked through: another choice forgets it. */
  #chosen: Chosen | null = null

  constructor(parts: UpdateParts) {
    this.#parts = parts
  }

  async state() {
    const { files, folder, running } = this.#parts
    const judged = await this.#judged('return')
    const kept = await listKept(files, folder)
    const back = kept.filter(one => isFor(one, judged)).toSorted((a, b) => compareVersions(b.version, a.version))[0]
    return {
      version: running.version,
      hasKeys: judged.trust.keys.length > 0,
      isOwnKept: kept.some(one => one.version === running.version),
      back: back === undefined ? null : pickShown(back),
    }
  }

  /** Looks a package through to its last byte. Nothing is changed. */
  async look(file: string): Promise<FoundPackage> {
    this.#chosen = null
    const { running, files, folder } = this.#parts
    const judged = await this.#judged('install')
    const { verified, content } = await this.#opened(file, async source => {
      const verified = await verifyPackage(source, judged)
      if (verified.manifest.kind === 'program') return { verified, content: null }
      await demandNotOlder(files, folder, verified.manifest)
      return { verified, content: await this.#contentOf(source, verified) }
    })
    const token = randomText(16, systemRandom)
    this.#chosen = { token, file, verified, content }
    const { kind, name, version, made, news } = verified.manifest
    return {
      ...{ token, file: path.basename(file).slice(0, 300), kind, name, version, made, news },
      isOwn: kind === 'program' && version === running.version,
      calendar: content?.calendar ?? null,
      letters: content?.letters?.slice() ?? null,
    }
  }

  /** Keeps the program and begins its installer; what is older than the version at work by two steps goes. */
  async install(token: string) {
    const { files, folder, running } = this.#parts
    const { file, verified } = this.#getChosen(token)
    const { version, kind } = verified.manifest
    if (kind !== 'program') throw new ExpectedError('update.wrong_files')
    const judged = await this.#judged('install')
    await files.makeFolder(folder)
    await this.#opened(file, source => keepProgram(files, folder, source, verified))
    this.#chosen = null
    if (version === running.version) {
      return { state: 'kept' as const, path: await demandKept(files, folder, version, judged) }
    }
    await this.#forget([version, running.version])
    return this.#begin(version, judged)
  }

  async goBack(version: string) {
    const { back } = await this.state()
    if (back?.version !== version) throw new ExpectedError('update.no_return')
    return this.#begin(version, await this.#judged('return'))
  }

  async accept(token: string) {
    const { desk, actor, moved, files, folder, log } = this.#parts
    const { content, verified } = this.#getChosen(token)
    if (content === null) throw new ExpectedError('update.wrong_files')
    if (content.calendar !== null && content.calendar.problems.length > 0) throw new ExpectedError('update.content')
    if (content.intents.length > 0) {
      await acceptIntents(desk(), content.intents, actor())
      moved()
    }
    this.#chosen = null
    // The acts stand: that the pack is not remembered is noted and no reason to say they do not.
    await noteAccepted(files, folder, verified.manifest).catch(error => log.bug('update', error))
    return { changed: content.intents.length }
  }

  /** A copy of the journal first; then every byte once more, and right after it the installer. */
  async #begin(version: string, judged: Judged) {
    const { files, folder, snapshot, beginInstaller, log } = this.#parts
    await demandKept(files, folder, version, judged)
    await snapshot()
    const file = await demandKept(files, folder, version, judged)
    log.write(judged.purpose === 'return' ? 'update.return_begun' : 'update.begun', { version })
    return { state: await beginInstaller(file), path: file }
  }

  /** What else is kept goes, but the newest one that could be gone back to from the version at work. */
  async #forget(wanted: readonly string[]): Promise<void> {
    const { files, folder } = this.#parts
    const { back } = await this.state()
    for (const { version } of await listKept(files, folder)) {
      if (![...wanted, back?.version].includes(version)) await removeKept(files, folder, version)
    }
  }

  async #contentOf(source: PackageSource, { manifest, files: [file] }: VerifiedPackage): Promise<PackContent> {
    if (file === undefined) throw new ExpectedError('update.wrong_files')
    const bytes = await source.read(file.at, file.size)
    const desk = this.#parts.desk()
    const text = bytes.toString('utf8')
    return manifest.kind === 'calendar' ? calendarContent(desk, text) : lettersContent(desk, text)
  }

  async #judged(purpose: Purpose): Promise<Judged> {
    const { packaged, folder, files, today, running } = this.#parts
    const trust: Trust = await trustOf({ packaged, folder, files })
    return { trust, today: today(), running, purpose }
  }

  #getChosen(token: string): Chosen {
    if (this.#chosen?.token !== token) throw new ExpectedError('update.gone')
    return this.#chosen
  }

  /** A pack of data is held in memory while it is looked at, so that what is looked at is what is taken. */
  async #opened<T>(file: string, work: (source: PackageSource) => Promise<T>): Promise<T> {
    const { files } = this.#parts
    const size = await files.sizeOf(file)
    if (size === null) throw new ExpectedError('update.gone')
    const handle = await files.open(file, 'read')
    try {
      const small = size <= IN_MEMORY ? inMemory(await handle.read(0, size)) : null
      return await work(small ?? { size, read: handle.read.bind(handle) })
    } finally {
      await handle.close()
    }
  }
}

/** Packages up to this are read at once, in bytes. */
const IN_MEMORY = 16 * 1024 * 1024

function isFor({ head }: Kept, judged: Judged): boolean {
  try {
    demandHead(head, judged)
    return true
  } catch {
    return false
  }
}

function pickShown({ head: { manifest } }: Kept) {
  const { version, made, news } = manifest
  return { version, made, news }
}
