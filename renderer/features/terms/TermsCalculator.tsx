import { Modal, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { type Dispatch, type SetStateAction, useState } from 'react'
import { type Office, ProfileId } from '#shared/office/model.ts'
import { amountText } from '#shared/regulation/amount-text.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { profileOf, profileOn } from '#shared/regulation/profile.ts'
import { EVENT_KEYS, TERM_KEYS } from '#shared/regulation/term-keys.ts'
import type { CountedTerm, ExplainedTerm } from '#shared/regulation/terms.ts'
import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { typedDate } from '../../components/typed-date.ts'
import { Explanation } from '../../components/WhyDate.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { amountOf, type CountForm, countedOf, termsOf, withRule } from './counted.ts'
import { dayText } from './day-text.ts'
import type { TermsStart } from './terms-context.ts'

const RULES = {
  'WKO-2020/2023': 'terms.rule.wko',
  'KZ-2026': 'terms.rule.kz',
  plain: 'terms.rule.plain',
} as const satisfies Record<ProfileId | 'plain', LocaleKey>

const UNITS = {
  working_days: 'terms.unit.working_days',
  calendar_days: 'terms.unit.calendar_days',
  months: 'terms.unit.months',
} as const satisfies Record<CountForm['unit'], LocaleKey>

const DIRECTIONS = { after: 'terms.after', before: 'terms.before' } as const satisfies Record<
  CountForm['direction'],
  LocaleKey
>

interface Asked {
  readonly start: TermsStart
  readonly office: Office
  readonly onClose: () => void
}

/** Counts any term of either act, or any number of days, from any date, and says why. By keys alone; nothing is kept. */
export function TermsCalculator({ start, office, onClose }: Asked) {
  const { t } = useWords()
  const [form, setForm] = useState<CountForm>({
    date: start.from.split('-').toReversed().join('.'),
    rule: start.profile ?? profileOn(office, start.from),
    term: 'answer',
    amount: '15',
    unit: 'working_days',
    direction: 'after',
  })
  const counted = countedOf(form, useWorkCalendar(), office)
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={<b>{t('terms.title')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        <SegmentedControl
          aria-label={t('terms.rule')}
          fullWidth
          value={form.rule}
          data={[...ProfileId.options, 'plain' as const].map(value => ({ value, label: t(RULES[value]) }))}
          onChange={chosen => setForm(withRule(form, chosen))}
        />
        <div className="terms-fields">
          <DateField form={form} setForm={setForm} />
          {form.rule === 'plain' ? (
            <PlainFields form={form} setForm={setForm} />
          ) : (
            <TermField form={form} rule={form.rule} setForm={setForm} />
          )}
        </div>
        <div className="terms-answer" role="status">
          {counted === null ? <p className="mute">{t('terms.nothing')}</p> : <Answer counted={counted} />}
        </div>
      </div>
    </Modal>
  )
}

interface Fields {
  readonly form: CountForm
  readonly setForm: Dispatch<SetStateAction<CountForm>>
}

/** The day counted from, named by the event of the term, with what kind of day it is. */
function DateField({ form, setForm }: Fields) {
  const words = useWords()
  const { t } = words
  const calendar = useWorkCalendar()
  const date = typedDate(form.date)
  const event = form.rule === 'plain' ? null : profileOf(form.rule).terms[form.term]?.event
  return (
    <TextInput
      label={event ? t(EVENT_KEYS[event]) : t('terms.date')}
      description={date === null ? undefined : dayText(date, calendar, words)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={t('register.date_example')}
      data-autofocus
      value={form.date}
      error={form.date.trim() !== '' && date === null ? t('finding.date_unreadable') : undefined}
      onFocus={event => event.currentTarget.select()}
      onChange={event => setForm({ ...form, date: event.currentTarget.value })}
    />
  )
}

function TermField({ form, rule, setForm }: Fields & { rule: ProfileId }) {
  const { t } = useWords()
  const { terms } = profileOf(rule)
  return (
    <NativeSelect
      label={t('terms.term')}
      value={form.term}
      data={termsOf(rule).map(value => {
        const of = terms[value]
        const rests = of === undefined ? '' : clauseText(of.clause, rule, t)
        const length = of === undefined || of.amount === 0 ? '' : amountText(of, t)
        const params = { term: t(TERM_KEYS[value]), length, clause: rests }
        return { value, label: length === '' ? t('terms.option_day', params) : t('terms.option', params) }
      })}
      onChange={event => {
        const chosen = termsOf(rule).find(one => one === event.currentTarget.value)
        if (chosen !== undefined) setForm({ ...form, term: chosen })
      }}
    />
  )
}

function PlainFields({ form, setForm }: Fields) {
  const { t } = useWords()
  const choice = <Key extends 'unit' | 'direction'>(key: Key, words: Readonly<Record<CountForm[Key], LocaleKey>>) => (
    <NativeSelect
      aria-label={t(key === 'unit' ? 'terms.unit' : 'terms.direction')}
      value={form[key]}
      data={Object.entries<LocaleKey>(words).map(([value, word]) => ({ value, label: t(word) }))}
      onChange={event => setForm({ ...form, [key]: event.currentTarget.value })}
    />
  )
  return (
    <fieldset className="terms-plain">
      <legend>{t('terms.amount')}</legend>
      <TextInput
        aria-label={t('terms.amount')}
        inputMode="numeric"
        value={form.amount}
        error={amountOf(form.amount) === null ? t('terms.amount_wrong') : undefined}
        onChange={event => setForm({ ...form, amount: event.currentTarget.value })}
      />
      {choice('unit', UNITS)}
      {choice('direction', DIRECTIONS)}
    </fieldset>
  )
}

function Answer({ counted }: { counted: CountedTerm | ExplainedTerm }) {
  const { dates } = useWords()
  return (
    <>
      <p className="terms-date">
        <b>{screenDate(counted.by, dates)}</b>, {weekdayName(counted.by, dates)}
      </p>
      <Explanation term={counted} />
    </>
  )
}
