import { isCheckDue, isCopyDue } from '#shared/backup/due.ts'
import { entityId, SubjectId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { BackupState, CopyFacts, CopyName, CopyPlace } from '#shared/ipc/backup.ts'
import { type AppError, ExpectedError } from '#shared/result/result.ts'
import { inTurn } from '../desk/in-turn.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { findRecovery } from '../security/recovery-file.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { type BackupParts, carry, checkCopy, makeBackup, newestCopy } from './backups.ts'
import type { Container } from './container.ts'
import type { Counted } from './count.ts'
import { addErased, type Erased, readErased } from './erased-list.ts'
import { type Copy, copiesIn, isReachable } from './folder.ts'
import { purgeCopies } from './purge.ts'

/** What keeps the copies of a desk. */
export interface KeeperParts extends BackupParts {
  readonly findDesk: () => OpenDesk | null
  readonly settings: Pick<SettingsStore, 'current' | 'change'>
  /** The copies moved on, or could not be made. */
  readonly told: () => void
  readonly reportBug: (error: unknown) => void
}

/** Makes copies by itself, carries them to the chosen folder, reads the newest once a week, takes out who was erased. */
export class Keeper {
  readonly #parts: KeeperParts
  readonly #serially = inTurn()
  readonly #openSince: number
  #failed: AppError | null = null
  #busy = false
  /** As it was last looked up; forgotten where copies move on. */
  #newest: Copy | null = null

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.#openSince = parts.now()
  }

  /** Why the last copy by itself was not made, or not carried. */
  get failed(): AppError | null {
    return this.#failed
  }

  /** A copy because a person asks for it. Throws ExpectedError `backup.*`, `file.*`. */
  async make(): Promise<CopyFacts> {
    const desk = this.#desk()
    const made = await this.#working(() => this.#makeAndCarry(desk, 'asked'))
    this.#failed = null
    const copies = await copiesIn(this.#parts.files, this.#parts.place)
    const copy = copies.find(({ path }) => path === made.path)
    if (copy === undefined) throw new ExpectedError('backup.absent')
    return factsOf('own', copy)
  }

  /** A copy that is due whatever the day is; false: it could not be made, and was told. Never throws. */
  async copyNow(): Promise<boolean> {
    const desk = this.#desk()
    this.#failed = await this.#working(() => this.#makeAndCarry(desk, 'daily')).then(
      () => null,
      error => this.#errorOf(error),
    )
    this.#parts.told()
    return this.#failed === null
  }

  /** Opens and reads a copy whole. Throws ExpectedError `backup.*`. */
  check(copy: CopyName): Promise<Counted> {
    return this.#working(() => checkCopy(this.#parts.files, this.pathOf(copy), this.#desk().keys))
  }

  async state(): Promise<BackupState> {
    const { checked } = this.#parts.settings.current.backup
    return { ...(await stateOf(this.#parts, this.#folders())), failed: this.#failed, busy: this.#busy, checked }
  }

  /** Path of a copy of this desk. Throws ExpectedError `backup.absent`. */
  pathOf({ place, name }: CopyName): string {
    const folder = this.#folders().find(one => one.place === place)
    // A name with a folder in it is none of ours.
    if (folder === undefined || !/^[a-zA-Z0-9.-]+$/.test(name)) throw new ExpectedError('backup.absent')
    return `${folder.path}/${name}`
  }

  /** Looks whether anything is due; never throws. */
  look(): Promise<void> {
    return this.#look(false).catch(this.#parts.reportBug)
  }

  /** The same before the program ends. */
  end(): Promise<void> {
    return this.#look(true).catch(this.#parts.reportBug)
  }

  #desk(): OpenDesk {
    const desk = this.#parts.findDesk()
    if (desk === null) throw new ExpectedError('desk.not_ready')
    return desk
  }

  #folders(): { place: CopyPlace; path: string }[] {
    const { place, settings } = this.#parts
    const { folder } = settings.current.backup
    return [{ place: 'own', path: place }, ...(folder === null ? [] : [{ place: 'chosen' as const, path: folder }])]
  }

  /** One work at a time; who looks meanwhile sees that one is going on. */
  #working<T>(work: () => Promise<T>): Promise<T> {
    return this.#serially(async () => {
      this.#busy = true
      try {
        return await work()
      } finally {
        this.#busy = false
        this.#newest = null
        this.#parts.told()
      }
    })
  }

  async #makeAndCarry(desk: OpenDesk, kind: 'daily' | 'asked'): Promise<Container> {
    const made = await makeBackup(this.#parts, desk, kind)
    const { folder } = this.#parts.settings.current.backup
    if (folder !== null) {
      await carry(this.#parts, made, folder)
      await settle(this.#parts, desk, folder)
    }
    return made
  }

  async #look(isEnding: boolean): Promise<void> {
    const { findDesk, files, place, now } = this.#parts
    const desk = findDesk()
    if (desk === null) return
    // Behind a copy that is being made: it may hold whoever was erased meanwhile.
    await this.#serially(() => settle(this.#parts, desk, place))
    await this.#settleChosen(desk)
    this.#newest ??= await newestCopy(files, place, desk.keys.installation)
    const newest = this.#newest
    const last = newest && { at: Date.parse(newest.madeAt), records: newest.records ?? 0, bytes: newest.bytes }
    const { count: records } = desk.journal.head()
    if (isCopyDue({ now: now(), openSince: this.#openSince, last, records, isEnding })) await this.copyNow()
    if (!isEnding && newest !== null) await this.#checkNewest(desk, newest)
  }

  /** A disk that was away while somebody was erased, once it is back; why it takes nothing is told when a copy is carried to it. */
  async #settleChosen(desk: OpenDesk): Promise<void> {
    const { files, settings } = this.#parts
    const { folder } = settings.current.backup
    if (folder === null || !(await isReachable(files, folder))) return
    await this.#serially(() => settle(this.#parts, desk, folder)).catch(() => undefined)
  }

  async #checkNewest(desk: OpenDesk, newest: Copy): Promise<void> {
    const { settings, files, now, told } = this.#parts
    const { checked } = settings.current.backup
    if (!isCheckDue(now(), checked === null ? null : Date.parse(checked.at))) return
    const isWhole = await this.#working(() => checkCopy(files, newest.path, desk.keys)).then(
      () => true,
      () => false,
    )
    const at = new Date(now()).toISOString()
    const { folder } = settings.current.backup
    await settings.change({ backup: { folder, checked: { at, name: newest.name, isWhole } } })
    told()
  }

  #errorOf(error: unknown): AppError {
    if (error instanceof ExpectedError) return error.detail
    this.#parts.reportBug(error)
    return { code: 'backup.not_made', params: {} }
  }
}

async function stateOf(
  { files, folder, findDesk }: KeeperParts,
  folders: readonly { place: CopyPlace; path: string }[],
): Promise<Pick<BackupState, 'folders' | 'copies' | 'paper'>> {
  const installation = findDesk()?.keys.installation ?? null
  const looked = await Promise.all(
    folders.map(async ({ place, path }) => {
      if (place === 'own') await files.makeFolder(path)
      const reachable = await isReachable(files, path)
      const copies = reachable ? await copiesIn(files, path) : []
      const own = copies.filter(copy => installation === null || copy.installation === installation)
      const free = reachable ? await files.freeSpace(path) : 0
      return { state: { place, path, isReachable: reachable, free }, copies: own.map(copy => factsOf(place, copy)) }
    }),
  )
  return {
    folders: looked.map(({ state }) => state),
    copies: looked.flatMap(({ copies }) => copies),
    paper: (await findRecovery({ folder, files }, findDesk()?.keys.keyId)) !== null,
  }
}

function factsOf(place: CopyPlace, { name, madeAt, kind, records, bytes, app, isWhole }: Copy): CopyFacts {
  return { place, name, madeAt, kind, records, bytes, app, isWhole }
}

/** Takes out of the copies of a folder whoever was erased since it was last done; the list beside them says who was. */
async function settle({ files }: KeeperParts, desk: OpenDesk, folder: string): Promise<void> {
  const { keys, gate, journal } = desk
  const erased = [...gate.related().erasedSubjects.keys()].map(one => SubjectId.parse(one))
  const known = new Set((await readErased(files, folder, keys)).map(({ subject }) => subject))
  const missing = erased.filter(subject => !known.has(subject))
  if (missing.length === 0) return
  await files.makeFolder(folder)
  await purgeCopies(files, folder, keys, new Set(erased))
  const more: Erased = []
  for (const subject of missing) {
    const actions = await readableActionsOf(journal, entityId('subject', subject))
    const fact = actions.find(({ type }) => type === 'subject.erased')
    if (fact) more.push({ subject, ground: bodyOf('subject.erased', fact).ground })
  }
  await addErased(files, folder, keys, more)
}
