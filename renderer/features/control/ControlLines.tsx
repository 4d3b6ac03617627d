import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { joined } from '#shared/text/isolated.ts'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { type BoardLine, isOverdue, isSoon } from './board.ts'
import { useControlled } from './use-board.ts'
import { useControlWords } from './use-control-words.ts'

/** What of instructions waits, the gravest first. */
const KINDS = {
  overdue: { tone: 'red', is: isOverdue, narrowed: { late: 'overdue' } },
  soon: { tone: 'amber', is: isSoon, narrowed: { late: 'soon' } },
  executed: { tone: 'amber', is: ({ state }) => state.status === 'executed', narrowed: { state: 'executed' } },
  answered: { tone: 'sky', is: ({ state }) => state.status === 'answered', narrowed: { state: 'answered' } },
} as const satisfies Record<
  string,
  { tone: 'red' | 'amber' | 'sky'; is: (line: BoardLine) => boolean; narrowed: Readonly<Record<string, string>> }
>
type Kind = keyof typeof KINDS

/** Instructions of one kind that wait. */
export interface ControlDue {
  readonly kind: Kind
  readonly lines: readonly BoardLine[]
}

/** What of instructions waits at the desk; undefined until the store has answered. */
export function useControlDue(): readonly ControlDue[] | undefined {
  const lines = useControlled()
  return useMemo(
    () =>
      lines === undefined
        ? undefined
        : (Object.keys(KINDS) as Kind[])
            .map(kind => ({ kind, lines: lines.filter(KINDS[kind].is) }))
            .filter(due => due.lines.length > 0),
    [lines],
  )
}

/** The lines of today that are of instructions: each leads to the instruction, or to all of its kind. */
export function ControlLines({ due }: { due: readonly ControlDue[] }) {
  return (
    <>
      {due.map(one => (
        <ControlLine key={one.kind} due={one} />
      ))}
    </>
  )
}

function ControlLine({ due: { kind, lines } }: { due: ControlDue }) {
  const { t } = useWords()
  const { numbersOf, executorOfLine, latenessText } = useControlWords()
  const { tone, narrowed } = KINDS[kind]
  const first = lines[0]
  if (first === undefined) return null
  const told = [numbersOf(first), executorOfLine(first), first.lateness === null ? '' : latenessText(first.lateness)]
  const open = lines.length === 1 ? { open: first.state.id } : {}
  return (
    <li className={`due ${kind === 'overdue' ? 'late' : 'now'}`}>
      <Badge tone={tone}>{t(`control.today.${kind}.badge`)}</Badge>
      <span className="grow">
        {t(`control.today.${kind}`, { count: lines.length })} <span className="mute">{joined(told, ' \u00b7 ')}</span>
      </span>
      <Button variant="default" onClick={() => goTo('control', { ...narrowed, ...open })}>
        {t('today.see')}
      </Button>
    </li>
  )
}
