import { Button } from '@mantine/core'
import { mayRecall, type Recall, type RecallRule } from '#shared/visit/recall.ts'
import { deskNow } from '../../components/office-clock.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LineOwned } from './LineOwned.tsx'
import { ACT_KEYS } from './reception-keys.ts'
import type { LineOwner } from './use-line-owners.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import { useSeconds } from './use-seconds.ts'
import { actsOf, nextActOf, overOf, undoSecondsLeft, type VisitAct } from './visit-acts.ts'
import { ACT_WORDS } from './visit-words.ts'

interface Offered {
  readonly visit: VisitRow
  readonly acts: ReceptionActs
  readonly rule: RecallRule
  readonly isOver: boolean
  /** The other desk that calls from the visitor's line; null: this one may. */
  readonly owner: LineOwner | null
}

/** What may be done with the visitor now; the usual next act first, by the Enter key. */
export function VisitActs({ visit, acts, rule, isOver, owner }: Offered) {
  const { status, call } = visit.state
  useSeconds(call?.at ?? null, now => (isCalled(visit) ? mayRecall(visit.state, now, rule).seconds : 0))
  const recall = mayRecall(visit.state, deskNow(), rule)
  const over = overOf(isOver, visit.state)
  const next = nextActOf(status, over, recall)
  const asked = acts.wanted?.what
  // The forms of a first check, of an admission, of the result and of a reason stand open below, each with its own button.
  const hasOwnForm = (act: VisitAct) =>
    act === 'finish' ||
    act === 'admit' ||
    act === asked ||
    (act === 'check' && status === 'arrived') ||
    (act === next && asked === 'note')
  const lawful = actsOf(status, over, recall).filter(act => !hasOwnForm(act))
  const offered = lawful.filter(act => owner === null || !isCall(act))
  return (
    <>
      {isOver || !isCalled(visit) ? null : <CallsSoFar recall={recall} />}
      {owner === null || offered.length === lawful.length ? null : (
        <div className="buttons">
          <LineOwned owner={owner} />
        </div>
      )}
      <div className="buttons">
        {offered.map(act =>
          act === 'undo' ? (
            <UndoCall key={act} calledAt={call?.at ?? null} visit={visit} acts={acts} />
          ) : (
            <ActButton
              key={act}
              act={act}
              isNext={act === next}
              wait={act === 'recall' ? recall.seconds : 0}
              visit={visit}
              acts={acts}
            />
          ),
        )}
      </div>
    </>
  )
}

/** Which call this is, of how many, and what the last one leaves. */
function CallsSoFar({ recall: { answer, turn, of, seconds } }: { recall: Recall }) {
  const { t } = useWords()
  return (
    <p className="mute">
      {t('visit.call_turn', { turn, of })}{' '}
      {answer !== 'most' ? '' : seconds > 0 ? t('visit.last_call_in', { seconds }) : t('visit.last_call')}
    </p>
  )
}

interface ButtonShown {
  readonly act: VisitAct
  readonly isNext: boolean
  /** Seconds before it may be pressed. */
  readonly wait: number
  readonly visit: VisitRow
  readonly acts: ReceptionActs
}

function ActButton({ act, isNext, wait, visit, acts }: ButtonShown) {
  const { t } = useWords()
  const key = isNext ? 'Enter' : ACT_KEYS[act]?.shown
  return (
    <Button
      variant={isNext ? 'filled' : 'default'}
      disabled={acts.work.call.busy || wait > 0}
      onClick={() => acts.press(visit, act)}
    >
      {wait > 0 ? t('visit.act.recall_in', { seconds: wait }) : t(ACT_WORDS[act])}
      {key === undefined ? null : <kbd className={isNext ? 'on-button' : 'beside-word'}>{key}</kbd>}
    </Button>
  )
}

/** Takes the call back while its seconds run. */
function UndoCall({ calledAt, visit, acts }: { calledAt: string | null; visit: VisitRow; acts: ReceptionActs }) {
  const { t } = useWords()
  const seconds = useSeconds(calledAt, now => undoSecondsLeft(calledAt, now))
  if (seconds === 0) return null
  return (
    <Button variant="default" disabled={acts.work.call.busy} onClick={() => acts.press(visit, 'undo')}>
      {t('visit.act.undo_in', { seconds })}
      <kbd className="beside-word">{ACT_KEYS.undo?.shown}</kbd>
    </Button>
  )
}

function isCall(act: VisitAct): boolean {
  return act === 'call' || act === 'recall'
}

function isCalled({ state: { status } }: VisitRow): boolean {
  return status === 'called' || status === 'missed'
}
