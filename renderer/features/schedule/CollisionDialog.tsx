import { Radio } from '@mantine/core'
import { useState } from 'react'
import { differingFields } from '#shared/schedule/compare.ts'
import type { ScheduleCollision } from '#shared/schedule/merge.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { joined } from '#shared/text/isolated.ts'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { officialName } from '../../components/official-name.ts'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CHANGE_WORDS } from './kind-words.ts'
import { openCollisions, settleCollisions } from './month-draft.ts'
import { FIELD_WORDS, useFieldTexts } from './use-field-texts.ts'
import type { PlannedMonth } from './use-planned-month.ts'

type Side = 'standing' | 'drafted'
const SIDES = ['standing', 'drafted'] as const satisfies readonly Side[]
const SIDE_WORDS = { standing: 'schedule.collision.standing', drafted: 'schedule.collision.drafted' } as const
/** What is told of a reception whose other side is none. */
const WHOLE = { in_person: ['date', 'hours', 'mode', 'room'], video: ['date', 'hours', 'mode'] } as const

/** Receptions that the draft and the approved month both changed: each with both sides in words, and which of them stays. */
export function CollisionDialog({ planned, onClose }: { planned: PlannedMonth; onClose: () => void }) {
  const { t, dates } = useWords()
  const call = useCall()
  const { month, known, work } = planned
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map())
  const collisions = openCollisions(work.draft, known.state)
  const change = known.state?.approved?.change ?? null
  const settle = () => {
    const taken = collisions.filter(({ id }) => chosen.get(id) === 'standing').map(({ id }) => id)
    work.change(settleCollisions(work.draft, known.state, taken))
    onClose()
  }
  return (
    <Confirm
      title={t('schedule.collision.title', { month: monthTitle(month, dates) })}
      act={t('schedule.collision.act')}
      call={call}
      size={760}
      allowed={collisions.every(({ id }) => chosen.has(id))}
      onAct={settle}
      onClose={onClose}
    >
      <p className="sentence">{t('schedule.collision.sentence')}</p>
      {change === null || known.state?.approved == null ? null : (
        <p className="mute">
          {t('schedule.status.changed', {
            on: screenDate(known.state.approved.on, dates),
            why: t(CHANGE_WORDS[change.code]),
          })}
        </p>
      )}
      {collisions.map((one, index) => (
        <Choice
          key={one.id}
          collision={one}
          planned={planned}
          side={chosen.get(one.id) ?? null}
          isFirst={index === 0}
          onChoose={side => setChosen(new Map(chosen).set(one.id, side))}
        />
      ))}
    </Confirm>
  )
}

interface Asked {
  readonly collision: ScheduleCollision
  readonly planned: PlannedMonth
  readonly side: Side | null
  readonly isFirst: boolean
  readonly onChoose: (side: Side) => void
}

function Choice({ collision, planned: { officials }, side, isFirst, onChoose }: Asked) {
  const { t, dates, language } = useWords()
  const textOf = useFieldTexts(officials)
  const { standing, drafted } = collision
  const shown = standing ?? drafted
  if (shown === null) return null
  const official = officials.find(one => one.id === shown.officialId)
  const fields = standing === null || drafted === null ? WHOLE[shown.mode] : differingFields(standing, drafted)
  const inWords = (one: Reception | null) =>
    one === null
      ? t('schedule.collision.none')
      : joined(
          fields.map(field => `${t(FIELD_WORDS[field])}: ${textOf(one, field)}`),
          '; ',
        )
  const when = `${screenDate(shown.date, dates)}, ${shown.from}\u2013${shown.to}`
  return (
    <Radio.Group
      className="collision"
      label={joined([official === undefined ? '' : officialName(official, language), when], ', ')}
      value={side ?? ''}
      onChange={value => onChoose(value === 'standing' ? 'standing' : 'drafted')}
    >
      {SIDES.map((one, index) => (
        <Radio
          key={one}
          value={one}
          label={t(SIDE_WORDS[one])}
          description={inWords(collision[one])}
          {...(isFirst && index === 0 ? { 'data-autofocus': true } : {})}
        />
      ))}
    </Radio.Group>
  )
}
