import { EntityId } from '#shared/change/action.ts'
import type { DeskServices } from '../ipc/services.ts'
import { type Drafts, openDrafts } from '../journal/drafts.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import { inTurn } from './in-turn.ts'
import type { OpenDesk } from './open-desk.ts'
import { subjectOfEntity } from './subjects.ts'

/** How the page calls the draft of a correction: the key of its application follows. */
const CORRECTION = 'correct.'

/** What is being typed at a desk. */
export interface KeptDrafts {
  readonly services: Pick<DeskServices, 'draft.save' | 'draft.load' | 'draft.drop'>
  drop(name: string): Promise<void>
  /** Corrections begun of people who were erased go: they lie under the desk's key, not under the person's own. */
  sweep(): Promise<void>
  removeOf(): Promise<void>
}

/** Drafts of a desk; `folder` is `desk-data`. One after another: what was dropped must not be brought back by a save before it. */
export function createKeptDrafts(desk: () => OpenDesk, folder: string, files: FileSystem = nodeFiles): KeptDrafts {
  const serially = inTurn()
  const inLine = <T>(work: (drafts: Drafts) => Promise<T>) =>
    serially(async () => work(openDrafts({ folder, keys: desk().keys, files })))
  const drop = (name: string) => inLine(drafts => drafts.drop(name))
  const sweep = () =>
    inLine(async drafts => {
      for (const name of await drafts.names()) if (await isOfErased(desk(), name)) await drafts.drop(name)
    })
  return {
    drop,
    sweep,
    removeOf: sweep,
    services: {
      'draft.save': async ({ name, value }) => {
        await inLine(drafts => drafts.save(name, value))
        return {}
      },
      'draft.load': async ({ name }) => ({ value: await inLine(drafts => drafts.load(name)) }),
      'draft.drop': async ({ name }) => {
        await drop(name)
        return {}
      },
    },
  }
}

async function isOfErased(desk: OpenDesk, name: string): Promise<boolean> {
  const entity = EntityId.safeParse(`application:${name.slice(CORRECTION.length)}`)
  if (!name.startsWith(CORRECTION) || !entity.success) return false
  const subject = await subjectOfEntity(desk, entity.data)
  return subject !== null && desk.keyring.keyOf(subject) === null
}
