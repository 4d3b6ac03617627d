import { LOOKS, SAME_LOOK } from '#shared/audit/channels.ts'
import { cameToNothing } from '#shared/audit/facts.ts'
import { auditFilter } from '#shared/audit/filter.ts'
import { type AuditHead, type AuditLine, type AuditVerified, auditLine } from '#shared/audit/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DoorLine } from '../access/access.ts'
import type { Actor } from '../desk/act.ts'
import { inTurn } from '../desk/in-turn.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { subjectOfEntity } from '../desk/subjects.ts'
import type { Log } from '../diagnostics/log.ts'
import type { DeskServices } from '../ipc/services.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import { type Anchors, openAnchors } from './anchors.ts'
import { type AuditEntry, type AuditLog, openAuditLog } from './log.ts'

export interface AuditSurroundings {
  readonly findDesk: () => OpenDesk | null
  readonly actor: () => Actor
  /** `desk-data`. */
  readonly dataFolder: string
  readonly log: Pick<Log, 'write' | 'bug'>
  /** Tells the pages that the journal has moved. */
  readonly moved: () => void
  readonly wall?: () => number
  readonly files?: FileSystem
}

/** What the card of an application shows. */
const SEEN_ON_CARD = ['name', 'iin', 'contacts', 'matter', 'category', 'course'] as const

type AuditServices = Pick<DeskServices, 'audit.note' | 'audit.read' | 'audit.verify' | 'audit.head'>

/** The audit of this desk: what leaves no act in the journal. Before the first run there is nothing to be seen, and no log. */
export interface Audit {
  readonly services: AuditServices
  /** A look: written within a second. The same look again says nothing new for a while; `load`: whose look, where it is one a load. */
  note(line: AuditLine, load?: string): void
  /** Does what must be recorded first; not at all where it cannot be. Throws `audit.not_written`. */
  recorded<T>(line: AuditLine, work: () => Promise<T>): Promise<T>
  /** What main itself has to tell of the door, as it happened. On the disk before it resolves; else throws `audit.not_written`. */
  tell(lines: readonly DoorLine[]): Promise<void>
  /** Verifies the log once, unasked; null: there is no desk yet. */
  verify(): Promise<AuditVerified | null>
  /** Anchors the log and closes it. */
  close(): Promise<void>
}

interface Opened {
  readonly desk: OpenDesk
  readonly log: AuditLog
  readonly anchors: Anchors
}

export function createAudit(around: AuditSurroundings): Audit {
  const { findDesk, actor, wall = Date.now } = around
  const isNew = newLooks(actor)
  /** Lines are given to the log in the order in which they came, whatever has to be found out about them. */
  const inOrder = inTurn()
  const { open, opened: openedAlready } = opening(around)

  function entryOf(line: AuditLine): AuditEntry {
    const { now, user, role } = actor()
    return { ...line, at: now, wall: wall(), user, role }
  }

  async function write(line: AuditLine): Promise<void> {
    const entry = entryOf(line)
    const opened = await open()
    if (opened) opened.log.note({ ...entry, ...(await aboutWhom(opened.desk, line)) })
  }

  function note(line: AuditLine, load?: string): void {
    // Before there is a desk nothing is opened, and the first look must not be taken for a repeated one.
    if (findDesk() === null || !isNew(line, load)) return
    void inOrder(() => write(line)).catch(error => around.log.bug('audit', error))
  }

  const settled = () => inOrder(async () => undefined)

  return {
    services: auditServices({ open, note, settled }),
    note,
    async recorded(line, work) {
      const opened = await open()
      if (opened === null) return work()
      const about = { ...line, ...(await aboutWhom(opened.desk, line)) }
      const sequence = await inOrder(() => opened.log.record(entryOf(about)))
      const takeBack = () => opened.log.note(entryOf({ ...about, undoes: sequence }))
      try {
        const result = await work()
        if (cameToNothing(result)) takeBack()
        return result
      } catch (error) {
        takeBack()
        throw error
      }
    },
    async tell(lines) {
      const opened = await open()
      if (opened === null) return
      await inOrder(() => opened.log.recordAll(lines.map(({ line, ...said }) => ({ ...entryOf(line), ...said }))))
    },
    async verify() {
      await settled()
      const opened = await open()
      return opened && verified(opened)
    },
    async close() {
      await settled()
      const opened = await openedAlready()
      if (opened === null) return
      await opened.log.flush()
      await opened.anchors.set().catch(error => around.log.bug('audit', error))
      await opened.log.close()
    },
  }
}

/** The log, opened with the desk when it is first needed; `opened`: only where it was. null: there is no desk yet, or no log. */
function opening(around: AuditSurroundings): Record<'open' | 'opened', () => Promise<Opened | null>> {
  let current: Promise<Opened> | null = null
  return {
    async open() {
      const desk = around.findDesk()
      if (desk === null) return null
      current ??= openWith(desk, around).catch(error => {
        // A disk that could not be read a moment ago is asked again at the next line.
        current = null
        throw error
      })
      return current
    },
    opened: async () => current,
  }
}

/** Tells whether a look is a new one: the same by the same person says nothing for a while, or never again in one load. */
function newLooks(actor: AuditSurroundings['actor']): (line: AuditLine, load: string | undefined) => boolean {
  const looks = new Map<string, number>()
  return ({ kind, entity, what, tag }, load) => {
    if (load === undefined && !LOOKS.has(kind)) return true
    const { user, now } = actor()
    const key = [user, kind, load ?? '', entity ?? '', what ?? '', tag ?? ''].join('|')
    const last = looks.get(key)
    if (last !== undefined && (load !== undefined || Math.abs(now - last) < SAME_LOOK)) return false
    looks.set(key, now)
    if (looks.size > 5_000) looks.delete(looks.keys().next().value ?? '')
    return true
  }
}

async function verified({ desk, log, anchors }: Opened): Promise<AuditVerified> {
  await log.flush()
  return { installation: desk.keys.installation, ...(await log.verify(await anchors.all())) }
}

/** Whose the entity is, where the call does not say it. */
async function aboutWhom(desk: OpenDesk, { entity, subject }: AuditLine): Promise<Pick<AuditLine, 'subject'>> {
  return { subject: subject ?? (entity === null ? null : await subjectOfEntity(desk, entity)) }
}

async function openWith(desk: OpenDesk, around: AuditSurroundings): Promise<Opened> {
  const { dataFolder, actor, moved, files = nodeFiles } = around
  const { keys } = desk
  const log = await openAuditLog({
    folder: `${dataFolder}/audit/${keys.installation}`,
    ...{ keys, files },
    onWritten: () => void anchors.tend().catch(error => around.log.bug('audit', error)),
    onFailed: code => around.log.write('audit.failed', { code }),
  })
  const anchors: Anchors = await openAnchors({ desk, actor, head: () => log.head(), moved })
  return { desk, log, anchors }
}

/** Whose number was looked for, where that is known: a tag, and never the number. */
function soughtBy({ keys, keyring }: OpenDesk, iin: string): Partial<AuditLine> {
  const tag = keys.tagOf('iin', iin)
  return { what: 'iin', tag, subject: keyring.findByTag(tag) }
}

interface Served {
  readonly open: () => Promise<Opened | null>
  readonly note: Audit['note']
  /** All that came before is in the log. */
  readonly settled: () => Promise<void>
}

function auditServices({ open, note, settled }: Served): AuditServices {
  const demanded = async () => {
    await settled()
    const opened = await open()
    if (opened === null) throw new ExpectedError('desk.not_ready')
    return opened
  }
  return {
    'audit.note': async said => {
      const opened = await demanded()
      if (said.kind === 'viewed') note(auditLine('viewed', { entity: said.entity, fields: [...SEEN_ON_CARD] }))
      else if (said.what === 'iin') note(auditLine('searched', soughtBy(opened.desk, said.iin)))
      else note(auditLine('searched', { what: said.what }))
      return {}
    },
    'audit.read': async ({ filter, before, limit }) => {
      const { desk, log } = await demanded()
      const subject = filter.entity === null ? null : await subjectOfEntity(desk, filter.entity)
      return log.read({ before, limit, passes: auditFilter(filter, subject) })
    },
    'audit.verify': async () => {
      return verified(await demanded())
    },
    'audit.head': async (): Promise<AuditHead> => {
      const { log } = await demanded()
      await log.flush()
      return log.head()
    },
  }
}
