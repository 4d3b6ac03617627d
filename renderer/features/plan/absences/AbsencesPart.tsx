import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Absence } from '#shared/absence/model.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { useRows } from '../../../app/use-rows.ts'
import { Card } from '../../../components/Card.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { LAST_MONTH, type PlanKnown, usePlan } from '../use-plan.ts'
import { AbsenceLine } from './AbsenceLine.tsx'
import { RestrictionLine } from './RestrictionLine.tsx'
import { SetRestriction } from './SetRestriction.tsx'
import { TellAbsence } from './TellAbsence.tsx'
import { useFirstFocus } from './use-first-focus.ts'
import { useLeftForm } from './use-kept-form.ts'
import { type Happened, WhatNext } from './WhatNext.tsx'
import '../plan.css'
import './absences.css'

const NOTHING = {}

/**
 * Who and what drops out, and restrictions (clauses 13, 15; KZ-2026 rules 25-27): of every month that is planned, since an
 * absence may be long and a restriction has no end until it is lifted.
 */
export function AbsencesPart({ month }: { month: PlainMonth }) {
  const known = usePlan(month, LAST_MONTH)
  return known === undefined ? null : <Absences known={known} month={month} />
}

/** What is being written: an absence (one that stands, or a new one) or a restriction. */
export type Written =
  | { readonly kind: 'absence'; readonly standing: (Absence & { readonly key: string }) | null }
  | { readonly kind: 'restriction' }

function Absences({ known, month }: { known: PlanKnown; month: PlainMonth }) {
  const [written, setWritten] = useState<Written | null>(null)
  const [happened, setHappened] = useState<Happened | null>(null)
  const [isBack, setBack] = useState(false)
  const close = () => {
    setBack(true)
    setWritten(null)
  }
  const done = (what: Happened) => {
    close()
    setHappened(what)
  }
  const shown = { known, onDone: done, onClose: close }
  if (written?.kind === 'absence') return <TellAbsence {...shown} standing={written.standing} />
  if (written?.kind === 'restriction') return <SetRestriction {...shown} />
  return (
    <>
      <div role="status">{happened === null ? null : <WhatNext {...{ known, month, happened }} />}</div>
      <Lists known={known} isBack={isBack} onWrite={setWritten} onDone={setHappened} />
    </>
  )
}

interface Listed {
  readonly known: PlanKnown
  /** The form was there before: the focus goes on from the first button. */
  readonly isBack: boolean
  readonly onWrite: (written: Written) => void
  readonly onDone: (what: Happened) => void
}

function Lists({ known, isBack, onWrite, onDone }: Listed) {
  const { t } = useWords()
  const box = useFirstFocus(isBack)
  const absences = useRows('absences.all', NOTHING)
  const restrictions = useRows('restrictions.all', NOTHING)
  const left = { absence: useLeftForm('absence', null), restriction: useLeftForm('restriction', null) }
  if (absences === undefined || restrictions === undefined) return null
  const begun = (kind: 'absence' | 'restriction') => (
    <div className="card-body">
      <Notice tone="sky">{t(kind === 'absence' ? 'absence.left' : 'restriction.left')}</Notice>
    </div>
  )
  const latest = absences.toSorted((a, b) => ((a.absence?.from ?? '') < (b.absence?.from ?? '') ? 1 : -1))
  return (
    <div className="columns plan-columns" ref={box}>
      <Card
        title={t('absence.list')}
        beside={
          <Button onClick={() => onWrite({ kind: 'absence', standing: null })}>
            {t(left.absence ? 'absence.left.go_on' : 'absence.tell')}
          </Button>
        }
      >
        {left.absence ? begun('absence') : null}
        {latest.length === 0 ? <p className="card-body mute">{t('absence.none')}</p> : null}
        <ul className="rows affected">
          {latest.map(state => (
            <AbsenceLine key={state.id} {...{ known, state, onDone }} onWrite={onWrite} />
          ))}
        </ul>
      </Card>
      <Card
        title={t('restriction.list')}
        beside={
          <Button onClick={() => onWrite({ kind: 'restriction' })}>
            {t(left.restriction ? 'restriction.left.go_on' : 'restriction.set')}
          </Button>
        }
      >
        {left.restriction ? begun('restriction') : null}
        {restrictions.length === 0 ? <p className="card-body mute">{t('restriction.none')}</p> : null}
        <ul className="rows affected">
          {restrictions.map(state => (
            <RestrictionLine key={state.id} {...{ known, state, onDone }} />
          ))}
        </ul>
      </Card>
    </div>
  )
}
