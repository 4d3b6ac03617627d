import { NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { actsOfRestriction, cascadeOfRestriction } from '#shared/plan/cascade.ts'
import type { Restriction } from '#shared/restriction/model.ts'
import { Card } from '../../../components/Card.tsx'
import { newRequestId } from '../../../components/request-id.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useLinks } from '../../schedule/use-around.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import {
  type Faults,
  findRestriction,
  RESTRICTION_GROUNDS,
  type RestrictionFields,
  restrictionFaults,
  typedForm,
} from './absence-form.ts'
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
  readonly onDone: (what: Happened) => void
  readonly onClose: () => void
}

/** A restriction is introduced: a form that was left half-typed is gone on with. */
export function SetRestriction(asked: Asked) {
  const left = useLeftForm('restriction', null)
  const [anew, setAnew] = useState(0)
  if (left === undefined) return null
  return <Setting key={anew} {...asked} left={anew === 0 ? left : null} onAnew={() => setAnew(anew + 1)} />
}

interface Left extends Asked {
  readonly left: KeptForm<'restriction'> | null
  readonly onAnew: () => void
}

/** In its days reception is by video alone (clause 13, KZ-2026 rule 25); what must change stands beside. */
function Setting({ known, left, onAnew, onDone, onClose }: Left) {
  const { t } = useWords()
  const [fields, setFields] = useState<RestrictionFields>(
    left?.fields ?? { from: typedForm(known.plan.today), to: '', ground: 'emergency', act: '' },
  )
  const [isPressed, setPressed] = useState(false)
  const [key] = useState(() => left?.key ?? newRequestId())
  const kept = useKeptForm({ kind: 'restriction', key, fields }, null)
  const close = () => void kept.drop().then(onClose)
  const typed = useDeferredValue(fields)
  const box = useFirstFocus()
  // Which act introduced it changes nothing of what follows: the cascade stands beside before it is typed.
  const shown = useMemo(() => findRestriction({ ...typed, act: typed.act.trim() || '-' }), [typed])
  const faults = restrictionFaults(fields)
  const isReady = faults.act === undefined
  return (
    <div className="columns tell" ref={box}>
      <Card title={t('restriction.set')}>
        {left === null ? null : <Resumed onAnew={() => void kept.drop().then(onAnew)} />}
        <RestrictionFieldset
          fields={fields}
          faults={isPressed || isReady ? faults : withoutAct(faults)}
          onChange={setFields}
        />
      </Card>
      {shown === null ? (
        <p className="mute">{t('cascade.incomplete')}</p>
      ) : (
        <Introduced
          {...{ known, kept, onDone, isReady }}
          onClose={close}
          restriction={{ ...shown, key }}
          onMissing={() => setPressed(true)}
        />
      )}
    </div>
  )
}

function withoutAct({ act: _, ...others }: Faults<RestrictionFields>): Faults<RestrictionFields> {
  return others
}

interface Ready extends Asked {
  readonly restriction: Restriction & { readonly key: string }
  readonly kept: FormKept
  readonly isReady: boolean
  readonly onMissing: () => void
}

function Introduced({ known, kept, restriction, isReady, onMissing, onDone, onClose }: Ready) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const { plan, heads } = known
  const links = useLinks()
  const cascade = useMemo(() => cascadeOfRestriction(plan, restriction, links), [plan, restriction, links])
  const asking = useAnswers(cascade, JSON.stringify([restriction.from, restriction.to]))
  const doIt = async () => {
    if (!isReady) return onMissing()
    const acts = actsOfRestriction(asking.found, restriction, asking.agreed)
    if (await kept.replaceBy(() => apply(acts, heads))) onDone(happenedBy('restriction', asking))
  }
  return (
    <>
      <CascadeShown known={known} asking={asking} />
      <TellAct
        label={t('restriction.act.do', { number: asking.agreed.size })}
        isBusy={call.busy}
        error={call.error ?? asking.call.error}
        onAct={() => void doIt()}
        onClose={onClose}
      />
    </>
  )
}

interface Typed {
  readonly fields: RestrictionFields
  readonly faults: Faults<RestrictionFields>
  readonly onChange: (fields: RestrictionFields) => void
}

/** The days, the ground and the act of a restriction. */
function RestrictionFieldset({ fields, faults, onChange }: Typed) {
  const { t } = useWords()
  const textOf = (name: 'from' | 'to' | 'act') => ({
    value: fields[name],
    error: faults[name] === undefined ? undefined : t(faults[name]),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...fields, [name]: event.currentTarget.value }),
  })
  return (
    <div className="card-body">
      <div className="tell-days">
        <TextInput label={t('absence.from')} placeholder={t('register.date_example')} {...textOf('from')} />
        <TextInput label={t('restriction.to')} placeholder={t('restriction.to.open')} {...textOf('to')} />
      </div>
      <NativeSelect
        label={t('absence.ground')}
        value={fields.ground}
        data={RESTRICTION_GROUNDS.map(value => ({ value, label: t(`restriction.ground.${value}`) }))}
        onChange={event => {
          const ground = RESTRICTION_GROUNDS.find(one => one === event.currentTarget.value)
          if (ground !== undefined) onChange({ ...fields, ground })
        }}
      />
      <TextInput label={t('restriction.act')} maxLength={300} {...textOf('act')} />
    </div>
  )
}
