import { reopenGrounds } from '#shared/application/decision-faults.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Appoint } from './Appoint.tsx'
import { AttachPaper } from './AttachPaper.tsx'
import { BookReception } from './BookReception.tsx'
import { ChooseGround } from './ChooseGround.tsx'
import type { CardAct } from './card-acts.ts'
import { NoteEotinish } from './NoteEotinish.tsx'
import type { CardPress } from './use-application-act.ts'

/** The acts that ask something first. */
export type DialogAct = Exclude<CardAct, 'correct' | 'reception' | 'talon'>

interface Asked {
  readonly act: DialogAct
  readonly card: ApplicationCard
  readonly press: CardPress
  readonly onClose: () => void
}

/** What an act asks before it is done. */
export function ActDialog({ act, card, press, onClose }: Asked) {
  switch (act) {
    case 'eotinish':
      return <NoteEotinish now={card.personal?.eotinish ?? ''} press={press} onClose={onClose} />
    case 'book':
      return <BookReception card={card} press={press} onClose={onClose} />
    case 'appoint':
      return <Appoint card={card} press={press} onClose={onClose} />
    case 'paper':
      return <AttachPaper card={card} press={press} onClose={onClose} />
    default:
      return <GroundDialog act={act} card={card} press={press} onClose={onClose} />
  }
}

interface Grounded {
  readonly act: 'drop_booking' | 'withdraw' | 'reopen'
  readonly card: ApplicationCard
  readonly press: CardPress
  readonly onClose: () => void
}

function GroundDialog({ act, card, press, onClose }: Grounded) {
  const { t } = useWords()
  const shared = { title: t(`act.${act}`), sentence: t(`act.${act}.sentence`), call: press.call, onClose }
  const close = (done: boolean) => {
    if (done) onClose()
  }
  switch (act) {
    case 'drop_booking':
      return (
        <ChooseGround
          {...shared}
          question={t('act.ground')}
          options={(['applicant_asked', 'official_absent', 'mistake'] as const).map(value => ({
            value,
            label: t(`act.drop_booking.ground.${value}`),
          }))}
          onGround={ground =>
            void press
              .act({ type: 'application.booking_dropped', body: { ground }, done: 'act.drop_booking.done' })
              .then(close)
          }
        />
      )
    case 'withdraw':
      return (
        <ChooseGround
          {...shared}
          question={t('act.withdraw.how')}
          options={(['written', 'oral'] as const).map(value => ({ value, label: t(`act.withdraw.how.${value}`) }))}
          onGround={how =>
            void press.act({ type: 'application.withdrawn', body: { how }, done: 'act.withdraw.done' }).then(close)
          }
        />
      )
    case 'reopen':
      return (
        <ChooseGround
          {...shared}
          question={t('act.ground')}
          options={reopenGrounds(card.status).map(value => ({
            value,
            label: t(`act.reopen.ground.${value}`),
          }))}
          onGround={ground =>
            void press.act({ type: 'application.reopened', body: { ground }, done: 'act.reopen.done' }).then(close)
          }
        />
      )
  }
}
