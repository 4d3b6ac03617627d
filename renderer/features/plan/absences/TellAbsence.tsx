import { Button } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Absence } from '#shared/absence/model.ts'
import { actsOfAbsence, cascadeOf } from '#shared/plan/cascade.ts'
import { Card } from '../../../components/Card.tsx'
import { newRequestId } from '../../../components/request-id.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import { AbsenceFieldset } from './AbsenceFieldset.tsx'
import { absenceFaults, fieldsOfAbsence, findAbsence, newAbsence } from './absence-form.ts'
import { CascadeShown } from './CascadeShown.tsx'
import { happenedBy } from './happened.ts'
import type { KeptForm } from './kept-form.ts'
import { Resumed } from './Resumed.tsx'
import { TellAct } from './TellAct.tsx'
import { useAnswers } from './use-answers.ts'
import { useFirstFocus } from './use-first-focus.ts'
import { type FormKept, useKeptForm, useLeftForm } from './use-kept-form.ts'
import type { Happened } from './WhatNext.tsx'

interface Asked {
  readonly known: PlanKnown
  readonly standing: (Absence & { readonly key: string }) | null
  readonly onDone: (what: Happened) => void
  readonly onClose: () => void
}

/** An absence is told: a form that was left half-typed is gone on with. */
export function TellAbsence(asked: Asked) {
  const left = useLeftForm('absence', asked.standing?.key ?? null)
  const [anew, setAnew] = useState(0)
  if (left === undefined) return null
  return <Telling key={anew} {...asked} left={anew === 0 ? left : null} onAnew={() => setAnew(anew + 1)} />
}

interface Left extends Asked {
  readonly left: KeptForm<'absence'> | null
  readonly onAnew: () => void
}

/** Beside the form stands all that the absence brings with it, and nothing of that is done before the press. */
function Telling({ known, standing, left, onAnew, onDone, onClose }: Left) {
  const { t } = useWords()
  const { officials, today } = known.plan
  const [fields, setFields] = useState(
    () => left?.fields ?? (standing === null ? newAbsence(officials, today) : fieldsOfAbsence(standing)),
  )
  const [key] = useState(() => left?.key ?? standing?.key ?? newRequestId())
  const kept = useKeptForm({ kind: 'absence', key, fields }, standing?.key ?? null)
  const close = () => void kept.drop().then(onClose)
  const typed = useDeferredValue(fields)
  const box = useFirstFocus()
  const absence = useMemo(() => findAbsence(typed, today), [typed, today])
  const [isTold, setTold] = useState(false)
  const faults = absenceFaults(fields, today)
  return (
    <div className="columns tell" ref={box}>
      <Card title={t(standing === null ? 'absence.tell' : 'absence.go_on.title')}>
        {left === null ? null : <Resumed onAnew={() => void kept.drop().then(onAnew)} />}
        <AbsenceFieldset {...{ known, fields }} faults={isTold ? faults : datesOnly(faults)} onChange={setFields} />
        {absence === null ? (
          <div className="card-body">
            <div className="buttons">
              <Button onClick={() => setTold(true)}>{t('absence.act', { number: 0 })}</Button>
              <Button variant="default" onClick={close}>
                {t('act.cancel')}
              </Button>
            </div>
          </div>
        ) : null}
      </Card>
      {absence === null ? (
        <p className="mute">{t('cascade.incomplete')}</p>
      ) : (
        <Told key={key} {...{ known, kept, onDone }} onClose={close} absence={{ ...absence, key }} />
      )}
    </div>
  )
}

/** A room or a link that is not typed yet is no fault before the press. */
function datesOnly(faults: ReturnType<typeof absenceFaults>): ReturnType<typeof absenceFaults> {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== 'form.needed'))
}

interface Complete extends Omit<Asked, 'standing'> {
  readonly absence: Absence & { readonly key: string }
  readonly kept: FormKept
}

function Told({ known, kept, absence, onDone, onClose }: Complete) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const { plan, heads } = known
  const cascade = useMemo(() => cascadeOf(plan, absence), [plan, absence])
  const { missing, from, to, acting } = absence
  const asking = useAnswers(cascade, JSON.stringify([missing, from, to, acting]))
  const doIt = async () => {
    const acts = actsOfAbsence(asking.found, absence, asking.agreed)
    if (await kept.replaceBy(() => apply(acts, heads))) onDone(happenedBy('absence', asking))
  }
  return (
    <>
      <CascadeShown known={known} asking={asking} />
      <TellAct
        label={t('absence.act', { number: asking.agreed.size })}
        isBusy={call.busy}
        error={call.error ?? asking.call.error}
        onAct={() => void doIt()}
        onClose={onClose}
      />
    </>
  )
}
