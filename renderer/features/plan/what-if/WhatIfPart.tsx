import { Button } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import type { Hypothesis } from '#shared/plan/what-if.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { Card } from '../../../components/Card.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { LAST_MONTH, type PlanKnown, usePlan } from '../use-plan.ts'
import { HypothesisFieldset } from './HypothesisFieldset.tsx'
import { findHypothesis, hypothesisFaults, newHypothesis } from './hypothesis-form.ts'
import { useWhatIf } from './use-what-if.ts'
import { WhatIfShown } from './WhatIfShown.tsx'
import '../plan.css'
import '../absences/absences.css'
import './what-if.css'

/** What would be if: looked at on a copy of all that is planned; nothing of it is real until it is applied. */
export function WhatIfPart({ month }: { month: PlainMonth }) {
  const known = usePlan(month, LAST_MONTH)
  return known === undefined ? null : <Supposed known={known} month={month} />
}

function Supposed({ known, month }: { known: PlanKnown; month: PlainMonth }) {
  const { t } = useWords()
  const { officials, today } = known.plan
  const [fields, setFields] = useState(() => newHypothesis(officials, month, today))
  const [isPressed, setPressed] = useState(false)
  const [hypothesis, setHypothesis] = useState<Hypothesis | null>(null)
  const [isDone, setDone] = useState(false)
  const found = useWhatIf(known.plan, hypothesis)
  const look = () => {
    setPressed(true)
    setDone(false)
    const supposed = findHypothesis(fields)
    if (supposed !== null) setHypothesis(supposed)
  }
  const leave = (done: boolean) => {
    setHypothesis(null)
    setDone(done)
  }
  return (
    <>
      <p className="not-real">
        <IconFlask size={19} aria-hidden="true" />
        <span>
          <b>{t('what_if.not_real')}</b> {t('what_if.not_real.sentence')}
        </span>
      </p>
      <div className="columns tell">
        <Card title={t('what_if.title')}>
          <HypothesisFieldset
            {...{ known, fields }}
            faults={isPressed ? hypothesisFaults(fields) : {}}
            onChange={next => {
              setFields(next)
              setHypothesis(null)
            }}
          />
          <div className="card-body">
            <Button onClick={look}>{t('what_if.look')}</Button>
          </div>
        </Card>
        <div className="column">
          <div role="status">
            {isDone ? <Notice tone="green">{t('what_if.applied')}</Notice> : null}
            {hypothesis !== null && found === null ? <p className="mute">{t('what_if.looking')}</p> : null}
          </div>
          {found === null ? null : (
            <WhatIfShown {...{ known, found }} onApplied={() => leave(true)} onDrop={() => leave(false)} />
          )}
        </div>
      </div>
    </>
  )
}
