import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import { BookingConsent, HandReason } from '#shared/application/registration.ts'
import { placedOf } from '#shared/plan/placed.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { hoursText } from '#shared/schedule/posted-slots.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { officialName } from '../../../components/official-name.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import { handAsked, handBooking, offeredReceptions, takenTimes } from './hand-time.ts'
import { personTitle } from './PersonFacts.tsx'
import { TimesGrid } from './TimesGrid.tsx'
import { WhyFallen } from './WhyFallen.tsx'

interface Asked {
  readonly known: PlanKnown
  readonly row: PlannedRow
  readonly onDone: (time: string) => void
  readonly onClose: () => void
}

/** A time chosen by hand for one person: a reception, a free time of it, and what has to be said or agreed to. */
export function GiveTime({ known, row, onDone, onClose }: Asked) {
  const { t, dates } = useWords()
  const { call, apply } = usePlanActs()
  const form = useHandForm(known, row)
  const { reception, time, asked, agreed, hand } = form
  const isAllowed =
    reception !== undefined &&
    time !== '' &&
    asked !== null &&
    asked.notHeld === null &&
    !asked.isFull &&
    asked.consents.every(one => agreed.has(one)) &&
    (asked.before === null || hand !== '')
  const give = async () => {
    if (!isAllowed) return
    const said = {
      agreed: BookingConsent.options.filter(one => asked.consents.includes(one)),
      hand: asked.before === null ? null : HandReason.parse(hand),
    }
    const act = handBooking(row.person, reception, time as PlainTime, said, form.because)
    if (await apply([act], known.heads)) onDone(`${screenDate(reception.date, dates)}, ${time}`)
  }
  return (
    <Confirm
      title={t('people.give_time')}
      act={t('people.give_time')}
      size={720}
      call={call}
      allowed={isAllowed}
      onAct={() => void give()}
      onClose={onClose}
    >
      <p>
        <b>{personTitle(row, t)}</b>
      </p>
      <Choose known={known} form={form} />
      {reception === undefined ? null : <Demands known={known} form={form} />}
    </Confirm>
  )
}

type Form = ReturnType<typeof useHandForm>

function useHandForm(known: PlanKnown, { person }: PlannedRow) {
  const { plan } = known
  const [officialId, setOfficial] = useState(person.appointed?.officialId ?? plan.officials[0]?.id ?? '')
  const [chosen, setChosen] = useState<string | null>(null)
  const [time, setTime] = useState<PlainTime | ''>('')
  const [agreed, setAgreed] = useState<ReadonlySet<BookingConsent>>(new Set())
  const [hand, setHand] = useState('')
  const { at, toCall } = placedOf(plan)
  const bookedAt = ({ id }: Reception) => (at.get(id) ?? []).filter(one => one.application !== person.application)
  const receptions = offeredReceptions(officialId, plan)
  const freeOf = (one: Reception) => takenTimes(one, bookedAt(one), plan.lunch).filter(({ by }) => by === null).length
  const firstFree = receptions.find(one => freeOf(one) > 0)
  const reception = receptions.find(({ id }) => id === (chosen ?? firstFree?.id))
  return {
    person,
    officialId,
    receptions,
    freeOf,
    reception,
    time,
    agreed,
    hand,
    setTime,
    setHand,
    because: toCall.find(one => one.person.application === person.application)?.because ?? null,
    cells: reception === undefined ? [] : takenTimes(reception, bookedAt(reception), plan.lunch),
    asked: reception === undefined ? null : handAsked(person, reception, bookedAt(reception), plan),
    choose(id: string) {
      setChosen(id)
      setTime('')
    },
    chooseOfficial(id: string) {
      setOfficial(id)
      setChosen(null)
      setTime('')
    },
    agree(consent: BookingConsent) {
      const next = new Set(agreed)
      if (!next.delete(consent)) next.add(consent)
      setAgreed(next)
    },
  }
}

function Choose({ known, form }: { known: PlanKnown; form: Form }) {
  const { t, dates, language } = useWords()
  const { receptions, reception, officialId, freeOf } = form
  const named = (row: PlannedRow | undefined) => (row?.row.number ? numberText(row.row.number) : '')
  return (
    <>
      <NativeSelect
        label={t('column.official')}
        value={officialId}
        data={known.plan.officials.map(one => ({ value: one.id, label: officialName(one, language) }))}
        onChange={event => form.chooseOfficial(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('people.reception')}
        data-autofocus
        error={receptions.length === 0 ? t('people.reception.none') : undefined}
        value={reception?.id ?? ''}
        data={[
          ...(reception === undefined ? [{ value: '', label: t('register.not_chosen') }] : []),
          ...receptions.map(one => ({
            value: one.id,
            label: t('people.reception.line', {
              date: `${screenDate(one.date, dates)}, ${weekdayName(one.date, dates)}`,
              hours: hoursText(one.from, one.to),
              mode: t(`people.mode.${one.mode}`),
              free: freeOf(one),
            }),
          })),
        ]}
        onChange={event => form.choose(event.currentTarget.value)}
      />
      {reception === undefined ? null : (
        <TimesGrid
          label={t('people.times')}
          cells={form.cells.map(({ time, by }) => ({
            time,
            takenBy: by === null ? null : named(known.rows.get(by.application)) || t('people.time.taken'),
          }))}
          chosen={form.time}
          onChoose={form.setTime}
        />
      )}
    </>
  )
}

/** What stands against it, what has to be agreed to, and why it is out of the order where it is. */
function Demands({ known, form }: { known: PlanKnown; form: Form }) {
  const { t } = useWords()
  const { asked, agreed, hand } = form
  if (asked === null) return null
  const before = asked.before === null ? undefined : known.rows.get(asked.before.application)
  return (
    <>
      {asked.notHeld === null ? null : (
        <Notice tone="red">
          <WhyFallen why={asked.notHeld} profile={form.person.profile} />
        </Notice>
      )}
      {asked.isFull ? <Notice tone="red">{t('people.reception.full')}</Notice> : null}
      {asked.consents.map(one => (
        <Checkbox
          key={one}
          label={t(`people.consent.${one}`)}
          checked={agreed.has(one)}
          onChange={() => form.agree(one)}
        />
      ))}
      {before === undefined ? null : (
        <>
          <Notice tone="amber">{t('people.out_of_order', { person: personTitle(before, t) })}</Notice>
          <NativeSelect
            label={t('people.hand')}
            value={hand}
            data={[
              { value: '', label: t('register.not_chosen') },
              ...HandReason.options.map(value => ({ value, label: t(`people.hand.${value}`) })),
            ]}
            onChange={event => form.setHand(event.currentTarget.value)}
          />
        </>
      )}
    </>
  )
}
