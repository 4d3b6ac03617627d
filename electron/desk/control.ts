import type { DeskServices } from '../ipc/services.ts'
import type { Actor } from './act.ts'
import type { GivenNumbers } from './given-numbers.ts'
import type { OpenDesk } from './open-desk.ts'
import { protocolNumbers, signProtocol } from './protocols.ts'

/** Protocols: what of them main numbers, or appends more than one of. */
export function controlServices({
  desk,
  actor,
  moved,
}: {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  readonly moved: () => void
}): Pick<DeskServices, 'protocol.sign'> {
  let numbers: GivenNumbers | null = null
  return {
    async 'protocol.sign'(asked) {
      numbers ??= protocolNumbers(desk().journal)
      const answer = await signProtocol(desk(), numbers, asked, actor())
      moved()
      return answer
    },
  }
}
