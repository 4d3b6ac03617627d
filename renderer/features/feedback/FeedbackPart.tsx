import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Notice } from '../../components/Notice.tsx'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { Exchange } from './Exchange.tsx'
import { NoteExchange } from './NoteExchange.tsx'
import { TakeBackExchange } from './TakeBackExchange.tsx'
import { type Passed, timeline } from './timeline.ts'
import './feedback.css'

type Asked =
  | { readonly what: 'note'; readonly after: EntityState<'feedback'> | null }
  | { readonly what: 'take_back'; readonly state: EntityState<'feedback'> }

/** What was said between the office and the applicant (clause 37(3)), letters among it, and the way to note more. */
export function FeedbackPart({ card }: { card: ApplicationCard }) {
  const { t } = useWords()
  const params = useMemo(() => ({ application: card.id }), [card.id])
  const exchanges = useRows('feedback.of', params)
  const letters = useRows('letters.of', params)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState<Asked['what'] | null>(null)
  if (exchanges === undefined || letters === undefined) return null
  const passed = timeline(exchanges, letters)
  const close = (what: Asked['what']) => (isDone?: true) => {
    setAsked(null)
    setDone(isDone ? what : null)
  }
  return (
    <Part title={t('feedback.title')}>
      {done === null ? null : <Notice tone="green">{t(`feedback.done.${done}`)}</Notice>}
      {passed.length === 0 ? <p className="mute">{t('feedback.none')}</p> : null}
      <ul className="plain-list">
        {passed.map(one => (
          <li key={one.key}>
            {one.kind === 'letter' ? (
              <SentLetter sent={one} />
            ) : (
              <Exchange
                state={one.state}
                onGoOn={() => setAsked({ what: 'note', after: one.state })}
                onTakeBack={() => setAsked({ what: 'take_back', state: one.state })}
              />
            )}
          </li>
        ))}
      </ul>
      {card.erased ? null : (
        <div>
          <Button variant="default" onClick={() => setAsked({ what: 'note', after: null })}>
            {t('feedback.note')}
          </Button>
        </div>
      )}
      {asked?.what === 'note' ? (
        <NoteExchange application={card.id} after={asked.after} onClose={close('note')} />
      ) : null}
      {asked?.what === 'take_back' ? <TakeBackExchange state={asked.state} onClose={close('take_back')} /> : null}
    </Part>
  )
}

/** A letter that left, or did not arrive: as the letters have it, nothing is done with it here. */
function SentLetter({ sent }: { sent: Extract<Passed, { kind: 'letter' }> }) {
  const { t, dates } = useWords()
  return (
    <>
      <div>{joined([t('feedback.direction.to_applicant'), t(`letter.kind.${sent.letter}`)], ' \u00b7 ')}</div>
      <div className="mute">
        {joined([screenDate(sent.on, dates), t(`letter.channel.${sent.channel}`)], ' \u00b7 ')}{' '}
        {sent.arrived ? null : <Badge tone="amber">{t('feedback.letter_failed')}</Badge>}
      </div>
    </>
  )
}
