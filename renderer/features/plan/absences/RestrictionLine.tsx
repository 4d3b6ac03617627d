import { Badge } from '../../../components/Badge.tsx'
import type { EntityState } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { PlanKnown } from '../use-plan.ts'
import { daysText } from './days-text.ts'
import { TakeBack } from './TakeBack.tsx'
import type { Happened } from './WhatNext.tsx'

interface Shown {
  readonly known: PlanKnown
  readonly state: EntityState<'restriction'>
  readonly onDone: (what: Happened) => void
}

/** A restriction: its days, its ground, the act it rests on. */
export function RestrictionLine({ known, state, onDone }: Shown) {
  const { t, dates } = useWords()
  const { restriction, status, id } = state
  if (restriction === null) return null
  const { from, to, ground, act } = restriction
  const days = daysText(from, to, t, dates)
  return (
    <li>
      <span className="grow">
        <b>{days}</b>
        <span className="plan-facts">
          <span>{t(`restriction.ground.${ground}`)}</span>
          <span>{act}</span>
          {status === 'lifted' ? <Badge tone="plain">{t('restriction.lifted')}</Badge> : null}
        </span>
      </span>
      {status === 'standing' ? <TakeBack {...{ known, id, onDone }} title={days} of="restriction" /> : null}
    </li>
  )
}
