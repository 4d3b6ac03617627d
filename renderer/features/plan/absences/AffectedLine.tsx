import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Affected } from '#shared/plan/cascade.ts'
import type { PlannedPerson } from '#shared/plan/model.ts'
import { type Offer, receiverOf } from '#shared/plan/offers.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addressOf } from '../../../app/route.ts'
import { Badge } from '../../../components/Badge.tsx'
import { officialName } from '../../../components/official-name.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { bookingText } from '../../applications/columns.ts'
import { NoteText } from '../people/NoteText.tsx'
import { personTitle } from '../people/PersonFacts.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { otherOffers, SAID } from './answers.ts'
import type { Asking } from './use-answers.ts'

interface Shown {
  readonly known: PlanKnown
  readonly asking: Asking
  readonly one: Affected
  readonly row: PlannedRow
}

/** Somebody who loses the time: whom to call and how, what is offered, what was said. */
export function AffectedLine({ known, asking, one, row }: Shown) {
  const { t, dates } = useWords()
  const { person, offer, why } = one
  const title = personTitle(row, t)
  const said = asking.answers.get(person.application)?.said ?? null
  return (
    <li data-said={said ?? undefined}>
      <span className="grow">
        <a className="link" href={addressOf('applications', { open: person.application })}>
          {title}
        </a>
        <span className="plan-facts">
          <b>{row.phone === '' ? t('people.no_phone') : row.phone}</b>
          <span>{t(`register.language.${person.language}`)}</span>
          <span>{t('people.was_booked', { when: bookingText(person, dates) })}</span>
          {person.told ? <Badge tone="amber">{t('people.told')}</Badge> : null}
        </span>
        {offer === null ? (
          <span className="plan-note">
            {t('cascade.no_offer')}
            {why === null ? null : `: ${t(`plan.no_place.${why}`)}`}
          </span>
        ) : (
          <OfferText known={known} offer={offer} person={person} />
        )}
      </span>
      <Answers {...{ known, asking, one, row, title, said }} />
    </li>
  )
}

/** What is offered: the time and whose, why it is lawful, what has to be agreed to, what is worth knowing. */
export function OfferText({ known, offer, person }: { known: PlanKnown; offer: Offer; person: PlannedPerson }) {
  const { t } = useWords()
  const name = useOfferName(known, person)
  return (
    <>
      <span>
        <b>{name(offer)}</b>{' '}
        <span className="mute">
          {t(`plan.offer.${offer.kind}`)}
          {offer.clause === null ? null : `, ${clauseText(offer.clause, person.profile, t)}`}
        </span>
      </span>
      {offer.needs.map(need => (
        <span key={need} className="plan-note">
          {t(`cascade.needs.${need}`)}
        </span>
      ))}
      {offer.notes.map(note => (
        <NoteText key={note.code} note={note} profile={person.profile} />
      ))}
    </>
  )
}

/** The time of an offer, with the official where it is another one, and video where it is. */
function useOfferName(known: PlanKnown, person: PlannedPerson): (offer: Offer) => string {
  const { t, dates, language } = useWords()
  return ({ booking: { date, time, officialId, mode } }) => {
    const official = known.plan.officials.find(({ id }) => id === officialId)
    const other = official === undefined || officialId === receiverOf(person) ? [] : [officialName(official, language)]
    const video = mode === 'video' ? [t('people.mode.video')] : []
    return [screenDate(date, dates), time ?? '', ...other, ...video].filter(part => part !== '').join(', ')
  }
}

interface Answered extends Shown {
  readonly title: string
  readonly said: (typeof SAID)[number] | null
}

function Answers({ known, asking, one, row, title, said }: Answered) {
  const { t } = useWords()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <span className="buttons">
      {SAID.map(word => (
        <Button
          key={word}
          variant={said === word ? 'filled' : 'default'}
          aria-pressed={said === word}
          disabled={word === 'agreed' && one.offer === null}
          aria-label={`${t(`cascade.said.${word}`)}: ${title}`}
          onClick={() => void asking.say(one, row, word)}
        >
          {t(`cascade.said.${word}`)}
        </Button>
      ))}
      {said === 'agreed' ? null : (
        <Button
          variant="default"
          aria-expanded={isChoosing}
          aria-label={`${t('cascade.other')}: ${title}`}
          onClick={() => setChoosing(!isChoosing)}
        >
          {t('cascade.other')}
        </Button>
      )}
      {isChoosing && said !== 'agreed' ? (
        <OtherTimes
          {...{ known, asking, one, title }}
          onChosen={offer => {
            asking.choose(one, offer)
            setChoosing(false)
          }}
        />
      ) : null}
    </span>
  )
}

interface Others extends Pick<Shown, 'known' | 'asking' | 'one'> {
  readonly title: string
  readonly onChosen: (offer: Offer) => void
}

/** Other lawful times, the best first. */
function OtherTimes({ known, asking, one, title, onChosen }: Others) {
  const { t } = useWords()
  const name = useOfferName(known, one.person)
  const offers = otherOffers(asking.found, one.person)
  return (
    <NativeSelect
      aria-label={`${t('cascade.other')}: ${title}`}
      error={offers.length === 0 ? t('cascade.other.none') : undefined}
      data={[
        { value: '', label: t('register.not_chosen') },
        ...offers.map((offer, index) => ({
          value: String(index),
          label: `${name(offer)} (${t(`plan.offer.${offer.kind}`)})`,
        })),
      ]}
      onChange={event => {
        const offer = offers[Number(event.currentTarget.value)]
        if (event.currentTarget.value !== '' && offer !== undefined) onChosen(offer)
      }}
    />
  )
}
