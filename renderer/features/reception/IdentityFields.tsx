import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { Registered } from '#shared/application/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { CheckResult, type IdentityCheck, type IdentityCheckPersonal, type MemberPlace } from '#shared/visit/model.ts'
import { useOffered } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { checkOf, type FieldProps, faultsOfForm, isShown, newIdentityForm } from './identity-form.ts'
import { PowersFields } from './PowersFields.tsx'
import { useFocusWhen } from './use-focus-when.ts'
import { CHECK_WORDS, FAULT_WORDS } from './visit-words.ts'

interface Asked {
  readonly member: MemberPlace
  readonly registered: Registered | null
  readonly today: PlainDate
  readonly busy: boolean
  readonly wanted: object | null
  readonly onSave: (check: IdentityCheck, personal: IdentityCheckPersonal) => void
}

/** The form of a check. The usual case is a number and the Enter key. Never an image of a document. */
export function IdentityFields({ member, registered, today, busy, wanted, onSave }: Asked) {
  const { t } = useWords()
  const [form, setForm] = useState(() => newIdentityForm(registered, today, member))
  const [sent, setSent] = useState(false)
  const faults = faultsOfForm(form, today)
  const { check, personal } = checkOf(form, today)
  const save = () => {
    setSent(true)
    if (faults.length === 0) onSave(check, personal)
  }
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    save()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const props: FieldProps = {
    form,
    change: change => setForm({ ...form, ...change }),
    faultOf: field => {
      const fault = sent ? faults.find(one => one.field === field) : undefined
      return fault === undefined ? undefined : t(FAULT_WORDS[fault.code])
    },
  }
  return (
    <form className="identity" noValidate onSubmit={submit} onKeyDown={keyed}>
      <NativeSelect
        label={t('identity.result')}
        data={resultsOf(member).map(one => ({ value: one, label: t(CHECK_WORDS[one]) }))}
        value={form.result}
        onChange={event => props.change({ result: CheckResult.parse(event.currentTarget.value) })}
      />
      {isShown(form) ? <DocumentFields {...props} today={today} expired={check.expired} wanted={wanted} /> : null}
      {form.powers === 'not_needed' ? null : <PowersFields {...props} />}
      <Textarea
        className="wide"
        label={t('identity.comment')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        value={form.comment}
        error={props.faultOf('comment')}
        onChange={event => props.change({ comment: event.currentTarget.value })}
      />
      <div className="buttons wide">
        <Button type="submit" loading={busy}>
          {t('identity.save')} <kbd className="on-button">Ctrl Enter</kbd>
        </Button>
      </div>
    </form>
  )
}

/** The applicant came: only a member of the delegation may not have. */
function resultsOf(member: MemberPlace): readonly CheckResult[] {
  return member === null ? CheckResult.exclude(['absent']).options : CheckResult.options
}

interface DocumentShown extends FieldProps {
  readonly today: PlainDate
  readonly expired: boolean
  readonly wanted: object | null
}

function DocumentFields({ form, change, faultOf, today, expired, wanted }: DocumentShown) {
  const { t, language } = useWords()
  const offered = useOffered('document', today)
  const number = useFocusWhen<HTMLInputElement>(wanted)
  return (
    <>
      <Checkbox
        className="digital"
        label={t('identity.digital')}
        checked={form.digital}
        onChange={event => change({ digital: event.currentTarget.checked })}
      />
      <NativeSelect
        className="wide"
        label={t('identity.document')}
        data={[{ value: '', label: '' }, ...offered.map(one => ({ value: one.code, label: one[language] }))]}
        value={form.document}
        error={faultOf('document')}
        onChange={event => change({ document: event.currentTarget.value })}
      />
      <TextInput
        ref={number}
        label={t('identity.number')}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        value={form.number}
        error={faultOf('number')}
        onChange={event => change({ number: event.currentTarget.value })}
      />
      <TextInput
        label={t('identity.valid_to')}
        placeholder={t('identity.date_hint')}
        maxLength={10}
        autoComplete="off"
        value={form.validTo}
        error={faultOf('validTo') ?? (expired ? t('identity.expired_why') : undefined)}
        onChange={event => change({ validTo: event.currentTarget.value })}
      />
      <TextInput
        className="wide"
        label={t('identity.issuer')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={form.issuer}
        onChange={event => change({ issuer: event.currentTarget.value })}
      />
    </>
  )
}
