import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import type { ControlRow } from '../../db/control-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { instructionHistory } from './instruction-history.ts'
import { useControlWords } from './use-control-words.ts'

const NOTHING = {}

/** What was done with an instruction, when and by whom of the desk, oldest first. */
export function InstructionHistory({ row }: { row: Pick<ControlRow, 'state' | 'protocol'> }) {
  const words = useWords()
  const control = useControlWords()
  const users = useRows('users.all', NOTHING)
  const nameOf = (by: string) => users?.find(({ user }) => user?.id === by)?.user?.name ?? ''
  return (
    <ul className="plain-list">
      {instructionHistory(row, words, control).map(({ on, by, text }) => (
        <li key={`${on} ${text}`}>
          <div>{text}</div>
          <div className="mute">{joined([screenDate(on, words.dates), nameOf(by)], ' \u00b7 ')}</div>
        </li>
      ))}
    </ul>
  )
}
