import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { DemandPurpose, DemandWay } from '#shared/demand/model.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import { Why } from '../../components/WhyDate.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { AddresseeField, addresseeOf } from './AddresseeField.tsx'
import { type Proposed, useProposed } from './use-proposed.ts'
import { useReceptionsNear } from './use-receptions-near.ts'

/** The application a demand is about. */
export interface DemandedOf {
  readonly id: EntityId
  readonly booking: { readonly reception: string | null; readonly date: PlainDate } | null
  readonly profile: ProfileId | null
}

interface Asked {
  /** Null: about no application, for a reception or for the practice of receptions. */
  readonly of: DemandedOf | null
  readonly onClose: (made?: EntityId) => void
}

/** Asks a unit, a body or an official for materials (clause 31): whom, for what, what, by when. */
export function DemandForm({ of, onClose }: Asked) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const [entity] = useState(() => entityId('demand', newRequestId()))
  const [whom, setWhom] = useState('')
  const [text, setText] = useState('')
  const [way, setWay] = useState<DemandWay>('letter')
  const [typedDue, setDue] = useState<string | null | undefined>()
  const today = useToday()
  const aim = useAim(of)
  const proposed = useProposed(aim.on, aim.profile)
  const due = PlainDate.safeParse(typedDue === undefined ? proposed.due : typedDue).data ?? null
  const faults = due === null ? [] : proposed.faultsOf(due)
  const addressee = addresseeOf(whom)
  const said = text.trim()
  const isWhole = addressee !== null && said !== '' && due !== null && aim.isWhole
  const send = async () => {
    const demand = {
      ...{ addressee, purpose: aim.purpose, application: of?.id ?? null, reception: aim.reception },
      ...{ on: today, dueOn: due, way, text: of === null ? said : '' },
    }
    const intent = { entity, type: 'demand.made', basedOn: null, body: { demand } }
    if (await act(intent, of === null ? null : { text: said })) onClose(entity)
  }
  return (
    <Confirm
      title={t('demand.new')}
      act={t('demand.new.act')}
      call={call}
      allowed={isWhole && !faults.some(({ level }) => level === 'stop')}
      onAct={() => void send()}
      onClose={() => onClose()}
    >
      <AddresseeField value={whom} onChange={setWhom} />
      <AimFields aim={aim} />
      <Textarea
        label={t('demand.what')}
        rows={3}
        maxLength={4000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <DueField due={due} proposed={proposed} onChange={setDue} />
      {faults.map(({ code, level }) => (
        <Notice key={code} tone={level === 'stop' ? 'red' : 'amber'}>
          {t(`demand.fault.${code}`)}
        </Notice>
      ))}
      <NativeSelect
        label={t('demand.way')}
        value={way}
        data={DemandWay.options.map(value => ({ value, label: t(`demand.way.${value}`) }))}
        onChange={event => setWay(DemandWay.parse(event.currentTarget.value))}
      />
    </Confirm>
  )
}

interface DueShown {
  readonly due: PlainDate | null
  readonly proposed: Proposed
  readonly onChange: (day: string | null) => void
}

/** By when, with why that day is proposed. */
function DueField({ due, proposed, onChange }: DueShown) {
  const { t, dates } = useWords()
  const { briefing } = proposed
  const today = useToday()
  return (
    <>
      <DateField label={t('demand.due')} value={due} minDate={today} onChange={onChange} />
      <p className="mute">
        {t(briefing === null ? 'demand.due.usual' : 'demand.due.briefing', { date: screenDate(proposed.due, dates) })}{' '}
        {briefing === null ? null : <Why term={briefing} />}
      </p>
    </>
  )
}

/** What it is for, as far as it is chosen. */
function useAim(of: DemandedOf | null) {
  const office = useOffice()
  const today = useToday()
  const ahead = useReceptionsNear().filter(({ date }) => date >= today)
  const booked = of?.booking?.reception ?? null
  const purposes = of === null ? (['practice', 'reception'] as const) : (['application', 'reception'] as const)
  const offered = purposes.filter(one => one !== 'reception' || (of === null ? ahead.length > 0 : booked !== null))
  const [purpose, setPurpose] = useState<DemandPurpose>(of === null ? 'practice' : 'application')
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = purpose !== 'reception' ? null : of === null ? (chosen ?? ahead[0]?.id ?? null) : booked
  const day = of === null ? ahead.find(({ id }) => id === asked)?.date : of.booking?.date
  const on = asked === null ? null : (day ?? null)
  const profile = of?.profile ?? (office && on !== null ? profileOn(office, on) : null)
  return {
    ...{ purpose, setPurpose, offered, ahead: of === null ? ahead : [], reception: asked, setChosen, on, profile },
    isWhole: purpose !== 'reception' || asked !== null,
  }
}

function AimFields({ aim }: { aim: ReturnType<typeof useAim> }) {
  const { t, dates } = useWords()
  return (
    <>
      <NativeSelect
        label={t('demand.why')}
        value={aim.purpose}
        data={aim.offered.map(value => ({ value, label: t(`demand.purpose.${value}`) }))}
        onChange={event => aim.setPurpose(DemandPurpose.parse(event.currentTarget.value))}
      />
      {aim.purpose !== 'reception' || aim.ahead.length === 0 ? null : (
        <NativeSelect
          label={t('demand.reception')}
          value={aim.reception ?? ''}
          data={aim.ahead.map(({ id, date, from, to }) => ({
            value: id,
            label: `${screenDate(date, dates)}, ${from}\u2013${to}`,
          }))}
          onChange={event => aim.setChosen(event.currentTarget.value)}
        />
      )}
    </>
  )
}
