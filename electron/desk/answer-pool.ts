import { z } from 'zod'
import { RequestId } from '#shared/application/registration.ts'
import { type EntityId, keyOf } from '#shared/change/action.ts'
import { Answer, Attempt } from '#shared/survey/model.ts'
import type { Pooled } from '#shared/survey/pool.ts'
import { openDrafts } from '../journal/drafts.ts'
import { type FileSystem, nodeFiles } from '../journal/file-system.ts'
import type { DeskKeys } from '../security/key-store.ts'

/** An answer that waits. `call` until the call is in the journal: only so long it is known whose it is. */
const Waiting = z.strictObject({
  key: z.string(),
  answer: Answer,
  call: z.strictObject({ request: RequestId, attempt: Attempt }).nullable(),
})
export type Waiting = z.infer<typeof Waiting> & Pooled

/** Answers that wait for others, sealed on the disk of the desk, a file for each survey. */
export interface AnswerPool {
  load(survey: EntityId): Promise<Waiting[]>
  /** Flushed when it resolves. Nothing that waits: no file. */
  save(survey: EntityId, waiting: readonly Waiting[]): Promise<void>
  /** Keys of surveys of which answers wait. */
  surveys(): Promise<string[]>
}

/** The answers that wait; `folder` is `desk-data`. They lie beside the drafts, which go with a person who is erased. */
export function openAnswerPool(folder: string, keys: Pick<DeskKeys, 'seal' | 'open'>, files: FileSystem = nodeFiles) {
  const drafts = openDrafts({ folder: `${folder}/answers`, keys, files })
  const pool: AnswerPool = {
    async load(survey) {
      const text = await drafts.load(keyOf(survey))
      return text === null ? [] : z.array(Waiting).parse(JSON.parse(text))
    },
    save: (survey, waiting) =>
      waiting.length === 0 ? drafts.drop(keyOf(survey)) : drafts.save(keyOf(survey), JSON.stringify(waiting)),
    surveys: () => drafts.names(),
  }
  return pool
}
