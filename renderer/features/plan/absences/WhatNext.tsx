import type { EntityId } from '#shared/change/action.ts'
import type { Affected } from '#shared/plan/cascade.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { addressOf } from '../../../app/route.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { personTitle } from '../people/PersonFacts.tsx'
import { useSheetWith } from '../preparation/use-sheet-with.ts'
import { CallListButton } from '../sheets/CallListButton.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { affectedSheet } from './call-sheet.ts'

/** What was just done: an absence or a restriction with what it moved, or one taken back. */
export type Happened =
  | {
      readonly kind: 'done'
      readonly of: 'absence' | 'restriction'
      readonly moved: number
      /** Times that were told by letter and are told anew by one. */
      readonly letters: number
      readonly isSheetOld: boolean
      readonly toCall: readonly Affected[]
    }
  | {
      readonly kind: 'undone'
      readonly of: 'absence' | 'restriction'
      readonly restored: readonly EntityId[]
      readonly kept: readonly EntityId[]
    }

interface Shown {
  readonly known: PlanKnown
  readonly month: PlainMonth
  readonly happened: Happened
}

/** What was done, and what comes next: letters, the sheet on the wall, those still to be called. */
export function WhatNext({ known, month, happened }: Shown) {
  const { t } = useWords()
  if (happened.kind === 'undone') return <Undone known={known} {...happened} />
  const { of, moved, letters, isSheetOld, toCall } = happened
  return (
    <div className="what-next">
      <Notice tone="green">
        {t(of === 'absence' ? 'absence.done' : 'restriction.done', { number: moved })}
        <span className="plan-facts">
          {letters === 0 ? null : (
            <a className="link" href={addressOf('applications', { waiting: 'no_letter' })}>
              {t('absence.next.letters', { number: letters })}
            </a>
          )}
          {isSheetOld ? (
            <a className="link" href={addressOf('schedule', { part: 'posting', month })}>
              {t('absence.next.posting')}
            </a>
          ) : null}
          {toCall.length === 0 ? null : (
            <a className="link" href={addressOf('schedule', { part: 'people', month })}>
              {t('absence.next.to_call', { number: toCall.length })}
            </a>
          )}
        </span>
      </Notice>
      {toCall.length === 0 ? null : <CallList known={known} toCall={toCall} />}
    </div>
  )
}

/** The list of those to be called, on paper. */
export function CallList({ known, toCall }: { known: PlanKnown; toCall: readonly Affected[] }) {
  const given = useSheetWith()
  return given === undefined ? null : <CallListButton data={affectedSheet(toCall, known.rows, given)} />
}

function Undone({ known, of, restored, kept }: { known: PlanKnown } & Extract<Happened, { kind: 'undone' }>) {
  const { t } = useWords()
  return (
    <Notice tone={kept.length === 0 ? 'green' : 'amber'}>
      {t(of === 'absence' ? 'absence.taken_back' : 'restriction.taken_back', { number: restored.length })}
      {kept.length === 0 ? null : (
        <span className="plan-facts">
          <span>{t('absence.kept', { number: kept.length })}</span>
          {kept.map(id => (
            <a key={id} className="link" href={addressOf('applications', { open: id })}>
              {titleOf(known, id) || t('absence.kept.closed')}
            </a>
          ))}
        </span>
      )}
    </Notice>
  )

  function titleOf({ rows }: PlanKnown, id: EntityId): string {
    const row = rows.get(id)
    return row === undefined ? '' : personTitle(row, t)
  }
}
