import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCalendarOff,
  IconCalendarPlus,
  IconHash,
  IconPaperclip,
  IconPencil,
  IconPrinter,
  IconRotateClockwise,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import { keyOf } from '#shared/change/action.ts'
import { goTo } from '../../../app/route.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useTalon } from '../../../components/use-talon.tsx'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActDialog, type DialogAct } from './ActDialog.tsx'
import { CARD_ACTS, type CardAct, cardActsOf } from './card-acts.ts'
import { useActKeys } from './use-act-keys.ts'
import { useApplicationAct } from './use-application-act.ts'

const ICONS = {
  correct: IconPencil,
  eotinish: IconHash,
  book: IconCalendarPlus,
  drop_booking: IconCalendarOff,
  talon: IconPrinter,
  reception: IconUsers,
  paper: IconPaperclip,
  withdraw: IconArrowBackUp,
  reopen: IconRotateClockwise,
  appoint: IconUserCheck,
} as const satisfies Record<CardAct, unknown>

/** What may lawfully be done with the application now, each with its key, and what became of the last act. */
export function CardActs({ card }: { card: ApplicationCard }) {
  const { t } = useWords()
  const press = useApplicationAct(card)
  const talon = useTalon()
  const [asked, setAsked] = useState<DialogAct | null>(null)
  const acts = cardActsOf(card)
  const start = (act: CardAct) => {
    press.call.forget()
    press.tell(null)
    if (act === 'correct') goTo('register', { correct: keyOf(card.id) })
    else if (act === 'reception') goTo('reception', { application: keyOf(card.id) })
    else if (act === 'talon') talon.print(card.id, card.registered?.talons ?? [])
    else setAsked(act)
  }
  useActKeys(acts, start)
  if (acts.length === 0) return null
  return (
    <section className="card-acts" aria-label={t('card.acts')}>
      <div className="act-buttons">
        {acts.map(act => {
          const Icon = ICONS[act]
          const { digit } = CARD_ACTS[act]
          return (
            <Button
              key={act}
              variant="default"
              justify="flex-start"
              leftSection={<Icon size={17} aria-hidden="true" />}
              rightSection={
                <span className="act-key" aria-hidden="true">
                  Alt {digit}
                </span>
              }
              aria-keyshortcuts={`Alt+${digit}`}
              loading={act === 'talon' && talon.busy}
              onClick={() => start(act)}
            >
              {t(`act.${act}`)}
            </Button>
          )
        })}
      </div>
      {press.done === null ? null : <Notice tone="green">{t(press.done)}</Notice>}
      {talon.element}
      {asked === null ? null : <ActDialog act={asked} card={card} press={press} onClose={() => setAsked(null)} />}
    </section>
  )
}
