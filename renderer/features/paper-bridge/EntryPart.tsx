import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Language } from '#shared/application/model.ts'
import type { Official } from '#shared/official/model.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { typedDate } from '../../components/typed-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { officialOf } from '../reception/check-in.ts'
import { findField, movesOn, stepFrom } from '../register/enter-order.ts'
import { CheckFields } from './CheckFields.tsx'
import type { EntryField, EntryForm } from './entry-form.ts'
import { FoundBefore } from './FoundBefore.tsx'
import { HeldFields } from './HeldFields.tsx'
import { MemberRows } from './MemberRows.tsx'
import type { Entry } from './use-entry.ts'

interface Fields {
  readonly entry: Entry
  readonly faultOf: (field: EntryField) => string | undefined
}

/** One line of the register: Enter goes on, Ctrl+Enter saves, and the next number stands ready. */
export function EntryPart({ entry, officials }: { entry: Entry; officials: readonly Official[] }) {
  const { t } = useWords()
  const { i18n } = useTranslation()
  const box = useRef<HTMLFormElement>(null)
  const faultOf = (field: EntryField) => {
    const key = entry.faults.find(one => one.field === field)?.key
    return key === undefined ? undefined : sentenceOf(i18n, key, {}, key)
  }
  const save = () => void entry.send().then(isDone => goOn(box, isDone))
  const keyed = (event: KeyboardEvent) => {
    const { target } = event
    if (event.key !== 'Enter' || event.altKey || event.metaKey || !(target instanceof Element)) return
    if (event.ctrlKey) save()
    else if (movesOn(target, event.shiftKey) && box.current !== null)
      stepFrom(box.current, target, event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const shown: Fields = { entry, faultOf }
  const { form, change } = entry
  return (
    <form ref={box} className="card-body paper-entry" noValidate onSubmit={submit} onKeyDown={keyed}>
      <TalonFields {...shown} />
      <Checkbox
        className="wide"
        label={t('paper.known')}
        checked={form.isKnown}
        onChange={event => change({ isKnown: event.currentTarget.checked })}
      />
      <WhoFields {...shown} />
      <Whom {...shown} officials={officials} />
      <People {...shown} />
      <CheckFields
        check={form.check}
        prefix=""
        faultOf={faultOf}
        change={part => change({ check: { ...form.check, ...part } })}
      />
      <MemberRows {...shown} />
      <AdmissionField {...shown} />
      <Checkbox
        className="wide"
        label={t('paper.held')}
        checked={form.isHeld}
        onChange={event => change({ isHeld: event.currentTarget.checked })}
      />
      {form.isHeld ? (
        <HeldFields held={form.held} faultOf={faultOf} change={part => change({ held: { ...form.held, ...part } })} />
      ) : null}
      <div className="wide">
        <ErrorNotice error={entry.call.error} />
      </div>
      <div className="buttons wide">
        <Button type="submit" data-save loading={entry.call.busy}>
          {t('paper.save')} <kbd className="on-button">Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  )
}

/** To the time of the next line, or to the first field that something is wrong with: once it is drawn. */
function goOn(box: RefObject<HTMLFormElement | null>, isDone: boolean): void {
  window.setTimeout(() => {
    if (box.current === null) return
    const field = isDone
      ? findField(box.current, 'came')
      : box.current.querySelector<HTMLElement>('[aria-invalid="true"]')
    field?.focus()
  })
}

function TalonFields({ entry: { form, change }, faultOf }: Fields) {
  const { t } = useWords()
  const field = (name: 'serial' | 'day' | 'came', label: string, maxLength: number) => (
    <TextInput
      name={name}
      label={label}
      maxLength={maxLength}
      autoComplete="off"
      value={form[name]}
      error={faultOf(name)}
      onChange={event => change({ [name]: event.currentTarget.value } satisfies Partial<EntryForm>)}
    />
  )
  return (
    <>
      {field('serial', t('paper.serial'), 8)}
      {field('day', t('paper.day'), 10)}
      {field('came', t('paper.came'), 5)}
    </>
  )
}

function WhoFields({ entry, faultOf }: Fields) {
  const { t } = useWords()
  const today = useToday()
  const { form, change, visits } = entry
  if (form.isKnown) {
    return (
      <FoundBefore
        day={typedDate(form.day) ?? today}
        visits={visits}
        chosen={form.application}
        error={faultOf('application')}
        onChoose={row => change({ application: row.id, official: officialOf(row) ?? '' })}
      />
    )
  }
  const field = (name: 'surname' | 'given' | 'patronymic' | 'iin' | 'phone', label: string, maxLength: number) => (
    <TextInput
      name={name}
      label={label}
      maxLength={maxLength}
      autoComplete="off"
      spellCheck={false}
      value={form[name]}
      error={name === 'surname' || name === 'iin' ? faultOf(name) : undefined}
      onChange={event => change({ [name]: event.currentTarget.value } satisfies Partial<EntryForm>)}
    />
  )
  return (
    <>
      {field('surname', t('register.surname'), 100)}
      {field('given', t('register.given'), 100)}
      {field('patronymic', t('register.patronymic'), 100)}
      {field('iin', t('register.iin'), 20)}
      {field('phone', t('register.phone'), 40)}
      <NativeSelect
        name="language"
        label={t('register.language')}
        data={Language.options.map(value => ({ value, label: t(`register.language.${value}`) }))}
        value={form.language}
        onChange={event => change({ language: Language.catch('kk').parse(event.currentTarget.value) })}
      />
      <Textarea
        name="essence"
        className="wide"
        label={t('register.essence')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={4000}
        value={form.essence}
        error={faultOf('essence')}
        onChange={event => change({ essence: event.currentTarget.value })}
      />
    </>
  )
}

function Whom({ entry: { form, change }, officials }: Fields & { officials: readonly Official[] }) {
  const { t, language } = useWords()
  return (
    <NativeSelect
      name="official"
      className="two"
      label={t('visit.column.official')}
      data={[
        { value: '', label: t('reception.anyone') },
        ...officials.map(one => ({ value: one.id, label: officialName(one, language) })),
      ]}
      value={form.official}
      onChange={event => change({ official: event.currentTarget.value })}
    />
  )
}

/** How many came: of one who was registered before it stands there. */
function People({ entry: { form, change }, faultOf }: Fields) {
  const { t } = useWords()
  if (form.isKnown) return null
  return (
    <TextInput
      name="people"
      label={t('register.delegation')}
      maxLength={2}
      inputMode="numeric"
      autoComplete="off"
      value={form.people}
      error={faultOf('people')}
      onChange={event => change({ people: event.currentTarget.value })}
    />
  )
}

/** Of whoever did not pass, and was let in by the lead in writing: why. It is entered by the lead alone. */
function AdmissionField({ entry: { form, change, standing, mayAdmit }, faultOf }: Fields) {
  const { t } = useWords()
  if (standing !== 'lead') return null
  return (
    <div className="wide">
      {mayAdmit ? (
        <TextInput
          name="reason"
          label={t('paper.admission')}
          maxLength={1000}
          value={form.reason}
          error={faultOf('reason')}
          onChange={event => change({ reason: event.currentTarget.value })}
        />
      ) : (
        <Notice tone="amber">{t('identity.lead_decides')}</Notice>
      )}
    </div>
  )
}
