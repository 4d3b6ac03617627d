import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { deskNow } from '../../components/office-clock.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ACT_KEYS } from './reception-keys.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import { actsOf, nextActOf, undoSecondsLeft, type VisitAct } from './visit-acts.ts'
import { ACT_WORDS } from './visit-words.ts'

/** What may be done with the visitor now; the usual next act first, by the Enter key. */
export function VisitActs({ visit, acts, isOver }: { visit: VisitRow; acts: ReceptionActs; isOver: boolean }) {
  const { status, call } = visit.state
  const next = nextActOf(status, isOver)
  // The forms of a first check, of an admission, of the result and of a reason stand open below, each with its own button.
  const hasOwnForm = (act: VisitAct) =>
    act === 'finish' ||
    act === 'admit' ||
    (act === 'check' && status === 'arrived') ||
    (act === next && acts.wanted?.what === 'note')
  const offered = actsOf(status, isOver).filter(act => !hasOwnForm(act))
  return (
    <div className="buttons">
      {offered.map(act =>
        act === 'undo' ? (
          <UndoCall key={act} calledAt={call?.at ?? null} visit={visit} acts={acts} />
        ) : (
          <ActButton key={act} act={act} isNext={act === next} visit={visit} acts={acts} />
        ),
      )}
    </div>
  )
}

interface ButtonShown {
  readonly act: VisitAct
  readonly isNext: boolean
  readonly visit: VisitRow
  readonly acts: ReceptionActs
}

function ActButton({ act, isNext, visit, acts }: ButtonShown) {
  const { t } = useWords()
  const key = isNext ? 'Enter' : ACT_KEYS[act]?.shown
  return (
    <Button
      variant={isNext ? 'filled' : 'default'}
      disabled={acts.work.call.busy}
      onClick={() => acts.press(visit, act)}
    >
      {t(ACT_WORDS[act])}
      {key === undefined ? null : <kbd className={isNext ? 'on-button' : 'beside-word'}>{key}</kbd>}
    </Button>
  )
}

/** Takes the call back while its seconds run. */
function UndoCall({ calledAt, visit, acts }: { calledAt: string | null; visit: VisitRow; acts: ReceptionActs }) {
  const { t } = useWords()
  const seconds = useUndoSeconds(calledAt)
  if (seconds === 0) return null
  return (
    <Button variant="default" disabled={acts.work.call.busy} onClick={() => acts.press(visit, 'undo')}>
      {t('visit.act.undo_in', { seconds })}
      <kbd className="beside-word">{ACT_KEYS.undo?.shown}</kbd>
    </Button>
  )
}

function useUndoSeconds(calledAt: string | null): number {
  const [now, setNow] = useState(deskNow)
  const seconds = undoSecondsLeft(calledAt, now)
  const runs = seconds > 0
  // Another call begins the count anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the instant of the call is what begins it
  useEffect(() => setNow(deskNow()), [calledAt])
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setNow(deskNow()), 250)
    return () => clearInterval(timer)
  }, [runs])
  return seconds
}
