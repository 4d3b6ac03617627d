import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { mayRecall } from '#shared/visit/recall.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { Notice } from '../../components/Notice.tsx'
import { deskNow } from '../../components/office-clock.ts'
import { useLoneKeys } from '../../components/use-lone-keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LineHead } from './LineHead.tsx'
import { LineRecord } from './LineRecord.tsx'
import { LineRuleButton } from './LineRuleButton.tsx'
import { ACT_KEYS } from './reception-keys.ts'
import { TalonsButton } from './TalonsOfDay.tsx'
import type { Choice } from './use-choice.ts'
import type { Held, ReceptionActs } from './use-reception-acts.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import type { DayTalons } from './use-talons-of-day.ts'
import { ticketOf } from './use-visit-work.ts'
import { VisitLines } from './VisitLines.tsx'
import { nextActOf, overOf, type VisitAct } from './visit-acts.ts'

interface Shown {
  readonly day: ReceptionDay
  readonly acts: ReceptionActs
  readonly choice: Choice
  readonly talons: DayTalons
}

/** The line with its head; what a key does with the chosen visitor. */
export function LineOfDay({ day, acts, choice, talons }: Shown) {
  const { t } = useWords()
  const room = useRef<HTMLInputElement>(null)
  const { wanted, chosen } = choice
  useEffect(() => {
    if (wanted?.what === 'room') room.current?.focus()
  }, [wanted])
  const alone = useLoneKeys()
  const keyed = (event: KeyboardEvent) => {
    const visit = day.visits.find(({ id }) => id === chosen)
    if (visit === undefined || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    const act =
      event.key === 'Enter'
        ? nextActOf(visit.state.status, overOf(day.isOver, visit.state), mayRecall(visit.state, deskNow(), day.recall))
        : findActOf(event.code)
    alone(event, act === null ? null : () => acts.press(visit, act))
  }
  return (
    <>
      {day.isOver ? null : <LineHead day={day} busy={acts.work.call.busy} room={room} onCallNext={acts.callNext} />}
      {acts.held === null ? null : <HeldNotice held={acts.held} />}
      {day.shown.length === 0 ? (
        <EmptyScreen title={t('reception.empty.title')} sentence={t('reception.empty.sentence')}>
          {day.isOver ? null : <Button onClick={choice.come}>{t('reception.check_in')}</Button>}
        </EmptyScreen>
      ) : (
        <VisitLines day={day} chosen={chosen} wanted={wanted} onChoose={choice.choose} onKey={keyed} />
      )}
      <div className="line-head line-foot">
        {day.isOver ? null : <TalonsButton talons={talons} />}
        {day.shown.length === 0 ? null : (
          <>
            <LineRuleButton promise={day.rule.promise} />
            <LineRecord day={day} />
          </>
        )}
      </div>
    </>
  )
}

/** Why nobody was called by the last press. */
export function HeldNotice({ held }: { held: Held }) {
  const { t } = useWords()
  if (held.why === 'other_desk') return <Notice tone="amber">{t('reception.held.other_desk', held)}</Notice>
  if (held.why === 'no_room') return <Notice tone="amber">{t('reception.held.no_room')}</Notice>
  if (held.why === 'recall_early') return <Notice tone="amber">{t('reception.held.recall_early', held)}</Notice>
  const params = { ticket: ticketOf(held.visit), room: held.visit.state.call?.room ?? '' }
  return <Notice tone="amber">{t('reception.held.room_waits', params)}</Notice>
}

function findActOf(code: string): VisitAct | null {
  const [act] = Object.entries(ACT_KEYS).find(([one, key]) => one !== 'undo' && key.code === code) ?? []
  return (act as VisitAct | undefined) ?? null
}
