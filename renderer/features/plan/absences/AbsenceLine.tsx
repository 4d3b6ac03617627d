import { Button } from '@mantine/core'
import type { Told } from '#shared/plan/told.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge, type Tone } from '../../../components/Badge.tsx'
import { officialName } from '../../../components/official-name.ts'
import { Why } from '../../../components/WhyDate.tsx'
import type { EntityState } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { PlanKnown } from '../use-plan.ts'
import type { Written } from './AbsencesPart.tsx'
import { worstTold } from './absence-told.ts'
import { daysText } from './days-text.ts'
import { TakeBack } from './TakeBack.tsx'
import { useMissingName } from './use-missing-name.ts'
import type { Happened } from './WhatNext.tsx'

interface Shown {
  readonly known: PlanKnown
  readonly state: EntityState<'absence'>
  readonly onWrite: (written: Written) => void
  readonly onDone: (what: Happened) => void
}

/** An absence: who or what, days, ground, who acts, when it was told; the ways to go on with it and to take it back. */
export function AbsenceLine({ known, state, onWrite, onDone }: Shown) {
  const { t, dates, language } = useWords()
  const named = useMissingName(known.plan.officials)
  const { absence, status, key, id } = state
  if (absence === null) return null
  const title = named(absence.missing)
  const acting = known.plan.officials.find(one => one.id === absence.acting)
  const worst = status === 'standing' ? worstTold(absence, known.plan) : null
  return (
    <li>
      <span className="grow">
        <b>{title}</b>
        <span className="plan-facts">
          <span>{daysText(absence.from, absence.to, t, dates)}</span>
          <span>{t(`absence.ground.${absence.ground}`)}</span>
          <span>{t('absence.told_on_day', { date: screenDate(absence.toldOn, dates) })}</span>
          {acting === undefined ? null : <span>{t('absence.acts', { name: officialName(acting, language) })}</span>}
          {status === 'undone' ? <Badge tone="plain">{t('absence.undone')}</Badge> : null}
        </span>
        {worst === null ? null : <ToldState known={known} told={worst.told} date={worst.date} />}
        {absence.note === '' ? null : <span className="mute">{absence.note}</span>}
      </span>
      {status === 'standing' ? (
        <span className="buttons">
          <Button
            variant="default"
            aria-label={`${t('absence.go_on')}: ${title}`}
            onClick={() => onWrite({ kind: 'absence', standing: { ...absence, key } })}
          >
            {t('absence.go_on')}
          </Button>
          <TakeBack {...{ known, id, title, onDone }} of="absence" />
        </span>
      ) : null}
    </li>
  )
}

const TONES: Readonly<Record<Told['state'], Tone>> = { in_time: 'green', on_the_day: 'sky', out_of_order: 'red' }

/** How an absence was told for a reception, with the clause and the last day to tell it ahead. */
export function ToldState({ known, told, date }: { known: PlanKnown; told: Told; date: PlanKnown['plan']['today'] }) {
  const { t, dates } = useWords()
  const { profile, calendar } = known.plan
  const term = getTerm('official_tells', profile, date, calendar)
  return (
    <span className="plan-facts">
      <Badge tone={TONES[told.state]}>{t(`plan.told.${told.state}`)}</Badge>
      <span>
        {t('absence.tell_by', { date: screenDate(told.by, dates) })} <Why term={term} />
      </span>
      {told.clause === null ? null : <span>{clauseText(told.clause, profile, t)}</span>}
    </span>
  )
}
