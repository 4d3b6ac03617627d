import type { DESKS_CHANNELS } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { beginsOf, nextLetter } from '../desk/go-on.ts'
import type { DeskServices } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import type { DesksParts } from './desks-services.ts'
import { commonWithParcel } from './fork.ts'
import { forgetMemory } from './memory.ts'
import { ownLength } from './own-chain.ts'

interface GoingOn extends Pick<DesksParts, 'context' | 'state' | 'sync'> {
  readonly serially: <T>(work: () => Promise<T>) => Promise<T>
  /** A file of another desk that has more of this desk's chain than is here, or other records. */
  readonly behind: () => string | null
}

/**
 * A desk whose chain others have more of, or another one, goes on as a new installation (ADR 36): its data were put back from
 * an older copy, or copied to another computer.
 */
export function goingOnServices(parts: GoingOn): Pick<DeskServices, keyof Pick<typeof DESKS_CHANNELS, 'desk.goOn'>> {
  const { context, state, sync, serially, behind } = parts
  return {
    'desk.goOn': () =>
      serially(async () => {
        const desk = state.desk()
        const file = behind()
        if (file === null && !sync.isStopped) throw new ExpectedError('desk.not_behind')
        const letter = await nextLetter(desk)
        const then = ownLength(desk)
        const known = [
          sync.isStopped ? await sync.commonWithServer() : null,
          file === null ? null : await commonWithParcel(desk, nodeFiles, file),
        ]
        const shared = known.filter(one => one !== null)
        await sync.end()
        try {
          await desk.gate.inTurn(async () => {
            await desk.journal.close()
            // What was written while others were asked is not theirs.
            const all = ownLength(desk) > then ? then : null
            const common = shared.length === 0 ? all : Math.min(...shared)
            await forgetMemory(nodeFiles, context.dataFolder)
            await desk.keys.beginAnew(await beginsOf(desk, { letter, common, restored: null }))
          })
        } finally {
          // The journal is closed; whether it was decided, the next start sees on the disk.
          setImmediate(context.restart)
        }
        return { letter }
      }),
  }
}
