import type { DeskServices } from '../ipc/services.ts'
import type { Actor } from './act.ts'
import type { GivenNumbers } from './given-numbers.ts'
import type { SheetContext } from './letter-sheets.ts'
import type { OpenDesk } from './open-desk.ts'
import { printProtocols } from './protocol-sheets.ts'
import { protocolNumbers, signProtocol } from './protocols.ts'

/** Protocols: what of them main numbers, or appends more than one of. */
export function controlServices({
  desk,
  actor,
  moved,
  sheets,
}: {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  readonly moved: () => void
  readonly sheets: SheetContext
}): Pick<DeskServices, 'protocol.sign' | 'protocol.print'> {
  let numbers: GivenNumbers | null = null
  return {
    async 'protocol.sign'(asked) {
      numbers ??= protocolNumbers(desk().journal)
      const answer = await signProtocol(desk(), numbers, asked, actor())
      moved()
      return answer
    },
    async 'protocol.print'(asked, caller) {
      const made = await printProtocols(desk(), sheets, asked, { actor: actor(), caller })
      if (made.actions.length > 0) moved()
      return made
    },
  }
}
