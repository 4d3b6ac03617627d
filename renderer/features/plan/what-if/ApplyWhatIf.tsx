import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AbsenceGround } from '#shared/absence/model.ts'
import type { EntityId } from '#shared/change/action.ts'
import { actsOfWhatIf, type WhatIf } from '#shared/plan/what-if.ts'
import type { Restriction } from '#shared/restriction/model.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { newRequestId } from '../../../components/request-id.ts'
import { typedDate } from '../../../components/typed-date.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GROUNDS, RESTRICTION_GROUNDS, typedForm } from '../absences/absence-form.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import { actsAgreed, movesToAgree } from './consents.ts'
import { useTitleOf } from './use-title-of.ts'

interface Asked {
  readonly known: PlanKnown
  readonly found: WhatIf
  readonly onApplied: () => void
  readonly onClose: () => void
}

/** Makes a hypothesis real: asks what its acts need, and who of those who have to agree did. The others stay to be called. */
export function ApplyWhatIf({ known, found, onApplied, onClose }: Asked) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const details = useDetails(found, known)
  const [agreed, setAgreed] = useState<ReadonlySet<EntityId>>(new Set())
  const [key] = useState(newRequestId)
  const titleOf = useTitleOf(known)
  const asked = movesToAgree(found.repair)
  const makeReal = async () => {
    if (details.given === null) return
    const acts = actsAgreed(actsOfWhatIf(found, key, details.given), found.repair, agreed)
    if (await apply(acts, known.heads)) onApplied()
  }
  const toggle = (application: EntityId) => {
    const next = new Set(agreed)
    if (!next.delete(application)) next.add(application)
    setAgreed(next)
  }
  return (
    <Confirm
      title={t('what_if.apply.title')}
      act={t('what_if.apply')}
      size={620}
      call={call}
      allowed={details.given !== null}
      onAct={() => void makeReal()}
      onClose={onClose}
    >
      <p>{t('what_if.apply.sentence')}</p>
      <DetailFields details={details} />
      {asked.length === 0 ? null : (
        <fieldset className="consents">
          <legend>{t('what_if.agreed')}</legend>
          {asked.map(({ person: { application }, offer }) => (
            <Checkbox
              key={application}
              label={`${titleOf(application)}: ${t(`plan.offer.${offer.kind}`)}`}
              checked={agreed.has(application)}
              onChange={() => toggle(application)}
            />
          ))}
        </fieldset>
      )}
    </Confirm>
  )
}

type Details = ReturnType<typeof useDetails>

/** What acts need beside the hypothesis: of an absence its ground and when it was told, of a restriction its ground and act. */
function useDetails({ hypothesis: { kind } }: WhatIf, { plan: { today } }: PlanKnown) {
  const [ground, setGround] = useState<AbsenceGround>(kind === 'official_away' ? 'other' : 'fault')
  const [toldText, setToldText] = useState(typedForm(today))
  const [restrictionGround, setRestrictionGround] = useState<Restriction['ground']>('emergency')
  const [act, setAct] = useState('')
  const toldOn = typedDate(toldText)
  const isTold = toldOn !== null && toldOn <= today
  const of = kind === 'restricted' ? 'restriction' : kind === 'more_people' ? 'people' : 'absence'
  const given =
    of === 'people'
      ? {}
      : of === 'restriction'
        ? act.trim() === ''
          ? null
          : { restriction: { ground: restrictionGround, act: act.trim() } }
        : isTold
          ? { absence: { ground, toldOn } }
          : null
  return {
    ...{ of, kind, given, ground, setGround, toldText, setToldText, act, setAct },
    ...{ restrictionGround, setRestrictionGround },
    toldFault: toldOn === null ? 'finding.date_unreadable' : isTold ? null : 'absence.fault.told_ahead',
  } as const
}

function DetailFields({ details }: { details: Details }) {
  const { t } = useWords()
  if (details.of === 'people') return null
  if (details.of === 'restriction') return <OfRestriction details={details} />
  const grounds = GROUNDS[details.kind === 'room_lost' ? 'room' : details.kind === 'link_lost' ? 'link' : 'official']
  return (
    <>
      <NativeSelect
        label={t('absence.ground')}
        data-autofocus
        value={details.ground}
        data={grounds.map(value => ({ value, label: t(`absence.ground.${value}`) }))}
        onChange={event => {
          const ground = grounds.find(one => one === event.currentTarget.value)
          if (ground !== undefined) details.setGround(ground)
        }}
      />
      <TextInput
        label={t('absence.told_on')}
        placeholder={t('register.date_example')}
        value={details.toldText}
        error={details.toldFault === null ? undefined : t(details.toldFault)}
        onChange={event => details.setToldText(event.currentTarget.value)}
      />
    </>
  )
}

function OfRestriction({ details }: { details: Details }) {
  const { t } = useWords()
  return (
    <>
      <NativeSelect
        label={t('absence.ground')}
        data-autofocus
        value={details.restrictionGround}
        data={RESTRICTION_GROUNDS.map(value => ({ value, label: t(`restriction.ground.${value}`) }))}
        onChange={event => {
          const ground = RESTRICTION_GROUNDS.find(one => one === event.currentTarget.value)
          if (ground !== undefined) details.setRestrictionGround(ground)
        }}
      />
      <TextInput
        label={t('restriction.act')}
        maxLength={300}
        required
        value={details.act}
        onChange={event => details.setAct(event.currentTarget.value)}
      />
    </>
  )
}
