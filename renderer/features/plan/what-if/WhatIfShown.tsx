import { Button } from '@mantine/core'
import { useState } from 'react'
import { isInvented, type WhatIf } from '#shared/plan/what-if.ts'
import { Card } from '../../../components/Card.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { bookingText } from '../../applications/columns.ts'
import { OfferText } from '../absences/AffectedLine.tsx'
import { GoesOn } from '../absences/CascadeShown.tsx'
import { SHOWN } from '../people/Appointed.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { ApplyWhatIf } from './ApplyWhatIf.tsx'
import { BrokenLines, DutyTable } from './Duties.tsx'
import { More } from './More.tsx'
import { useTitleOf } from './use-title-of.ts'

interface Shown {
  readonly known: PlanKnown
  readonly found: WhatIf
  readonly onApplied: () => void
  readonly onDrop: () => void
}

/** What a hypothesis breaks, how that is best put right, and the two ways on: make it real, or drop it. */
export function WhatIfShown({ known, found, onApplied, onDrop }: Shown) {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  const { broken, left, hypothesis } = found
  const isReal = hypothesis.kind !== 'more_people' || found.repair.acts.some(({ entity }) => !isInvented(entity))
  return (
    <>
      <Card
        title={t('what_if.duties')}
        beside={
          <span className="buttons">
            <Button disabled={!isReal} onClick={() => setAsked(true)}>
              {t('what_if.apply')}
            </Button>
            <Button variant="default" onClick={onDrop}>
              {t('what_if.drop')}
            </Button>
          </span>
        }
      >
        <p className="card-body" role="status">
          {broken.length === 0
            ? t('what_if.nothing_broken')
            : t('what_if.broken', { broken: broken.length, left: left.length })}
        </p>
        <DutyTable found={found} />
        <BrokenLines {...{ known, found }} />
      </Card>
      <RepairShown {...{ known, found }} />
      {isAsked ? <ApplyWhatIf {...{ known, found, onApplied }} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

/** The best repair as a list of moves, those who wait and get a time, and those for whom there is none. */
function RepairShown({ known, found }: { known: PlanKnown; found: WhatIf }) {
  const { t, dates } = useWords()
  const { moves, fills, unmet } = found.repair
  const titleOf = useTitleOf(known)
  const count = moves.length + fills.length + found.changed.length
  return (
    <Card title={t('what_if.repair', { number: count })}>
      {count + unmet.length === 0 ? <p className="card-body mute">{t('what_if.repair.none')}</p> : null}
      <ul className="rows">
        {found.changed.map(reception => (
          <GoesOn key={reception.id} known={known} reception={reception} />
        ))}
        {moves.slice(0, SHOWN).map(({ person, offer }) => (
          <li key={person.application}>
            <span className="grow">
              <b>{titleOf(person.application)}</b>{' '}
              <span className="mute">{t('people.was_booked', { when: bookingText(person, dates) })}</span>
              <br />
              <OfferText known={known} offer={offer} person={person} />
            </span>
          </li>
        ))}
        {fills.slice(0, SHOWN).map(({ person, booking }) => (
          <li key={person.application}>
            <span className="grow">
              <b>{titleOf(person.application)}</b> {t('what_if.given', { when: bookingText({ booking }, dates) })}
            </span>
          </li>
        ))}
        {unmet.slice(0, SHOWN).map(({ person, why }) => (
          <li key={person.application}>
            <span className="grow">
              <b>{titleOf(person.application)}</b>{' '}
              <span className="plan-note">
                {t('cascade.no_offer')}: {t(`plan.no_place.${why}`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <More hidden={[moves, fills, unmet].reduce((sum, list) => sum + Math.max(0, list.length - SHOWN), 0)} />
    </Card>
  )
}
