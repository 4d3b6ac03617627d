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
import { TellAct } from './TellAct.tsx'
import { useAnswers } from './use-answers.ts'
import { useFirstFocus } from './use-first-focus.ts'
import type { Happened } from './WhatNext.tsx'

interface Asked {
  readonly known: PlanKnown
  readonly standing: (Absence & { readonly key: string }) | null
  readonly onDone: (what: Happened) => void
  readonly onClose: () => void
}

/** An absence is told; beside the form stands all that it brings with it, and nothing of that is done before the press. */
export function TellAbsence({ known, standing, onDone, onClose }: Asked) {
  const { t } = useWords()
  const { officials, today } = known.plan
  const [fields, setFields] = useState(() =>
    standing === null ? newAbsence(officials, today) : fieldsOfAbsence(standing),
  )
  const [key] = useState(() => standing?.key ?? newRequestId())
  const typed = useDeferredValue(fields)
  const box = useFirstFocus()
  const absence = useMemo(() => findAbsence(typed, today), [typed, today])
  const [isTold, setTold] = useState(false)
  const faults = absenceFaults(fields, today)
  return (
    <div className="columns tell" ref={box}>
      <Card title={t(standing === null ? 'absence.tell' : 'absence.go_on.title')}>
        <AbsenceFieldset {...{ known, fields }} faults={isTold ? faults : datesOnly(faults)} onChange={setFields} />
        {absence === null ? (
          <div className="card-body">
            <div className="buttons">
              <Button onClick={() => setTold(true)}>{t('absence.act', { number: 0 })}</Button>
              <Button variant="default" onClick={onClose}>
                {t('act.cancel')}
              </Button>
            </div>
          </div>
        ) : null}
      </Card>
      {absence === null ? (
        <p className="mute">{t('cascade.incomplete')}</p>
      ) : (
        <Told key={key} {...{ known, onDone, onClose }} absence={{ ...absence, key }} />
      )}
    </div>
  )
}

/** A room or a link that is not typed yet is no fault before the press. */
function datesOnly(faults: ReturnType<typeof absenceFaults>): ReturnType<typeof absenceFaults> {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== 'form.needed'))
}

function Told({ known, absence, onDone, onClose }: Omit<Asked, 'standing'> & { absence: Absence & { key: string } }) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const { plan, heads } = known
  const cascade = useMemo(() => cascadeOf(plan, absence), [plan, absence])
  const { missing, from, to, acting } = absence
  const asking = useAnswers(cascade, JSON.stringify([missing, from, to, acting]))
  const doIt = async () => {
    const acts = actsOfAbsence(asking.found, absence, asking.agreed)
    if (await apply(acts, heads)) onDone(happenedBy('absence', asking))
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
