import { executorOf } from '#shared/instruction/transitions.ts'
import { joined } from '#shared/text/isolated.ts'
import type { JournalRow } from '../../../db/journals/model.ts'
import type { JournalWords } from '../column.ts'

type Instruction = JournalRow['instructions'][number]

/** Who executes an instruction now: the person, the unit, the body, as far as they are named. */
export function executorText(state: Instruction, { officialOf, entryOf }: JournalWords): string {
  const executor = executorOf(state)
  if (executor === null) return ''
  const who = executor.who || (executor.officialId === null ? '' : officialOf(executor.officialId))
  return joined([who, executor.unit, entryOf('body', executor.body)], ', ')
}

/** What is told of several instructions in one cell, a line each. */
export function linesOf(all: readonly Instruction[], tell: (one: Instruction) => string | null | undefined): string {
  return all
    .map(one => tell(one) ?? '')
    .filter(line => line !== '')
    .join('\n')
}
