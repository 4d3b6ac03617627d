import { IconVideo } from '@tabler/icons-react'
import type { Official } from '#shared/official/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { KIND_WORDS } from './kind-words.ts'
import type { MonthFacts } from './month-facts.ts'
import { shortName } from './short-name.ts'

interface Shown {
  readonly reception: Reception
  readonly official: Official | undefined
  readonly facts: MonthFacts
  readonly agreed: boolean
  readonly tabIndex: number
  readonly onOpen: () => void
}

/** A reception in the calendar of a month: when, who, where, how full; a mouse may take it to another day. */
export function ReceptionChip({ reception, official, facts, agreed, tabIndex, onOpen }: Shown) {
  const { t, language } = useWords()
  const { id, from, to, kind, mode, room, link, moved } = reception
  const isLost = facts.whyNotHeld(reception) !== null
  const look = isLost ? 'lost' : moved !== null && !agreed ? 'open' : kind
  return (
    <button
      type="button"
      className="chip"
      data-look={look}
      data-reception={id}
      tabIndex={tabIndex}
      draggable
      onDragStart={event => event.dataTransfer.setData('text/plain', id)}
      onClick={onOpen}
    >
      <span className="chip-line">
        <span>{from}</span>
        <span className="unseen">{`\u2013${to}`}</span>
        {mode === 'video' ? <IconVideo size={15} aria-hidden="true" /> : null}
        <span className="chip-count">
          <span className="unseen">{t('schedule.chip.booked')} </span>
          {`${facts.bookedOn(reception)}/${facts.placesOf(reception)}`}
        </span>
      </span>
      <span className="chip-name">{official === undefined ? '' : shortName(official, language)}</span>
      {kind === 'scheduled' ? null : <span className="chip-kind">{t(KIND_WORDS[kind])}</span>}
      {isLost ? <span className="chip-kind">{t('schedule.chip.lost')}</span> : null}
      {look === 'open' ? <span className="chip-kind">{t('schedule.proposed')}</span> : null}
      <span className="unseen">
        {mode === 'video' ? t('schedule.link_named', { link }) : t('schedule.room_named', { room })}
      </span>
    </button>
  )
}
