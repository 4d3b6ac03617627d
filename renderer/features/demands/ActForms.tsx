import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DemandReturn, DemandWay, DemandWithdrawal } from '#shared/demand/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseGround } from '../applications/card/ChooseGround.tsx'
import { BasisFields, useBasis } from '../control/acts/BasisFields.tsx'
import { type ActAsked, useDemandAct } from './use-demand-act.ts'

/** What was given, in part or in full. */
export function AnswerForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useDemandAct(asked)
  const { demand } = asked.state
  const today = useToday()
  const [outcome, setOutcome] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(today)
  const [number, setNumber] = useState('')
  const [text, setText] = useState('')
  const isOpen = demand?.application === null
  const said = text.trim()
  const send = () => {
    const answer = { outcome, on, number: number.trim(), text: isOpen ? said : '' }
    void record('answered', { answer }, isOpen || said === '' ? undefined : { text: said })
  }
  return (
    <Confirm
      title={t('demand.act.answered')}
      act={t('act.keep')}
      call={call}
      allowed={outcome !== null && on !== null}
      onAct={send}
      onClose={() => asked.onClose()}
    >
      <Radio.Group label={t('demand.outcome')} value={outcome} onChange={setOutcome}>
        <div className="card-body">
          <Radio value="full" label={t('demand.outcome.full')} data-autofocus />
          <Radio value="part" label={t('demand.outcome.part')} />
        </div>
      </Radio.Group>
      <DateField
        label={t('demand.answer.on')}
        value={on}
        {...(demand === null ? {} : { minDate: demand.on })}
        maxDate={today}
        onChange={setOn}
      />
      <TextInput
        label={t('demand.answer.number')}
        value={number}
        maxLength={60}
        onChange={event => setNumber(event.currentTarget.value)}
      />
      <Textarea
        label={t('demand.answer.text')}
        rows={3}
        maxLength={4000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
    </Confirm>
  )
}

/** That who must give them was reminded. */
export function RemindForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useDemandAct(asked)
  const { demand } = asked.state
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [way, setWay] = useState<DemandWay>('phone')
  return (
    <Confirm
      title={t('demand.act.reminded')}
      act={t('act.keep')}
      call={call}
      allowed={on !== null}
      onAct={() => void record('reminded', { on, way })}
      onClose={() => asked.onClose()}
    >
      <NativeSelect
        label={t('demand.way.reminded')}
        data-autofocus
        value={way}
        data={DemandWay.options.map(value => ({ value, label: t(`demand.way.${value}`) }))}
        onChange={event => setWay(DemandWay.parse(event.currentTarget.value))}
      />
      <DateField
        label={t('demand.reminded.on')}
        value={on}
        {...(demand === null ? {} : { minDate: demand.on })}
        maxDate={today}
        onChange={setOn}
      />
    </Confirm>
  )
}

/** Moves the due day later, on a basis. */
export function ExtendForm(asked: ActAsked) {
  const { t, dates } = useWords()
  const { call, record } = useDemandAct(asked)
  const { dueOn } = asked.state
  const [to, setTo] = useState<string | null>(null)
  const of = useBasis()
  return (
    <Confirm
      title={t('demand.act.extended')}
      act={t('act.keep')}
      call={call}
      allowed={to !== null && of.isWhole}
      onAct={() => void record('extended', { to, basis: of.basis })}
      onClose={() => asked.onClose()}
    >
      {dueOn === null ? null : <p>{t('control.extend.now', { date: screenDate(dueOn, dates) })}</p>}
      <DateField
        label={t('control.extend.to')}
        data-autofocus
        value={to}
        {...(dueOn === null ? {} : { minDate: addDays(dueOn, 1) })}
        onChange={setTo}
      />
      <BasisFields of={of} />
    </Confirm>
  )
}

/** Materials are needed no more. */
export function WithdrawForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useDemandAct(asked)
  return (
    <ChooseGround
      title={t('demand.act.withdrawn')}
      sentence={t('demand.withdraw.sentence')}
      question={t('act.ground')}
      options={DemandWithdrawal.options.map(value => ({ value, label: t(`demand.withdraw.${value}`) }))}
      call={call}
      onGround={ground => void record('withdrawn', { ground })}
      onClose={() => asked.onClose()}
    />
  )
}

/** What was given does not do: the demand is open again. */
export function ReturnForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useDemandAct(asked)
  return (
    <ChooseGround
      title={t('demand.act.returned')}
      sentence={t('demand.return.sentence')}
      question={t('act.ground')}
      options={DemandReturn.options.map(value => ({ value, label: t(`demand.return.${value}`) }))}
      call={call}
      onGround={ground => void record('returned', { ground })}
      onClose={() => asked.onClose()}
    />
  )
}
