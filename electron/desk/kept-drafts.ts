import { EntityId, type SubjectId } from '#shared/change/action.ts'
import type { DeskServices } from '../ipc/services.ts'
import { type Drafts, openDrafts } from '../journal/drafts.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import { inTurn } from './in-turn.ts'
import type { OpenDesk } from './open-desk.ts'
import { isNamedIn, type PersonSigns, signsOf } from './person-signs.ts'
import { subjectOfEntity } from './subjects.ts'

/** How the page calls the draft of a correction, of a letter and of a protocol: the key of the application follows, of the last two then their own. */
const OF_APPLICATION = /^(?:correct\.([^.]+)|(?:letter|protocol)\.([^.]+)\.[^.]+)$/

/** A person, and an entity that says who it is. */
export interface Named {
  readonly subject: SubjectId
  readonly entity: EntityId
}

/** What is being typed at a desk. */
export interface KeptDrafts {
  readonly services: Pick<DeskServices, 'draft.save' | 'draft.load' | 'draft.drop' | 'draft.list'>
  drop(name: string): Promise<void>
  /** Drops what speaks of people who are about to be erased, of each of whom `entity` is; how many drafts those were. */
  dropNaming(people: readonly Named[]): Promise<number>
  /** Corrections, letters and protocols begun of people who were erased go: they lie under the desk's key, not under the person's own. */
  sweep(): Promise<void>
}

/** Drafts of a desk; `folder` is `desk-data`. One after another: what was dropped must not be brought back by a save before it. */
export function createKeptDrafts(desk: () => OpenDesk, folder: string, files: FileSystem = nodeFiles): KeptDrafts {
  const serially = inTurn()
  const inLine = <T>(work: (drafts: Drafts) => Promise<T>) =>
    serially(async () => work(openDrafts({ folder, keys: desk().keys, files })))
  const drop = (name: string) => inLine(drafts => drafts.drop(name))
  return {
    drop,
    dropNaming: people =>
      inLine(async drafts => {
        const names = await drafts.names()
        if (names.length === 0) return 0
        const signs: PersonSigns[] = []
        for (const { subject, entity } of people) signs.push(await signsOf(desk(), subject, entity))
        let dropped = 0
        for (const name of names) {
          const corrected = applicationIn(name)
          const of = corrected === null ? null : await subjectOfEntity(desk(), corrected)
          const draft = await drafts.peek(name)
          if (!signs.some(one => one.subject === of || isNamedIn(draft, one))) continue
          await drafts.drop(name)
          dropped += 1
        }
        return dropped
      }),
    sweep: () =>
      inLine(async drafts => {
        for (const name of await drafts.names()) if (await isOfErased(desk(), name)) await drafts.drop(name)
      }),
    services: {
      'draft.save': async ({ name, value }) => {
        await inLine(drafts => drafts.save(name, value))
        return {}
      },
      'draft.load': async ({ name }) => ({ value: await inLine(drafts => drafts.load(name)) }),
      'draft.list': async () => ({ names: await inLine(drafts => drafts.names()) }),
      'draft.drop': async ({ name }) => {
        await drop(name)
        return {}
      },
    },
  }
}

/** The application a draft speaks of by its name; null where the name says none. */
function applicationIn(name: string): EntityId | null {
  const [, corrected, written] = OF_APPLICATION.exec(name) ?? []
  const entity = EntityId.safeParse(`application:${corrected ?? written ?? ''}`)
  return entity.success ? entity.data : null
}

async function isOfErased(desk: OpenDesk, name: string): Promise<boolean> {
  const entity = applicationIn(name)
  const subject = entity === null ? null : await subjectOfEntity(desk, entity)
  return subject !== null && desk.keyring.keyOf(subject) === null
}
