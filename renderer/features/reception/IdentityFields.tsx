import { Button, NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import type { Registered } from '#shared/application/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { CheckResult, type IdentityCheck, type IdentityCheckPersonal, type MemberPlace } from '#shared/visit/model.ts'
import { ScanNotice } from '../../components/ScanNotice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { DocumentFields } from './DocumentFields.tsx'
import {
  changedForm,
  checkOf,
  type FieldProps,
  faultsOfForm,
  isShown,
  newIdentityForm,
  registeredIin,
} from './identity-form.ts'
import { PowersFields } from './PowersFields.tsx'
import type { TypedChecks } from './typed-checks.ts'
import { useDocumentScan } from './use-document-scan.ts'
import { CHECK_WORDS, FAULT_WORDS } from './visit-words.ts'

interface Asked {
  readonly member: MemberPlace
  /** What was typed before another pane came in between, and where what is typed now is held. */
  readonly typed: TypedChecks
  readonly typedAs: string
  readonly registered: Registered | null
  readonly today: PlainDate
  readonly busy: boolean
  readonly wanted: object | null
  readonly onSave: (check: IdentityCheck, personal: IdentityCheckPersonal) => void
}

/** The form of a check. The usual case is a number and the Enter key, or one scan. Never an image of a document. */
export function IdentityFields({ member, typed, typedAs, registered, today, busy, wanted, onSave }: Asked) {
  const { t } = useWords()
  const [form, setForm] = useState(() => typed.get(typedAs) ?? newIdentityForm(registered, today, member))
  useEffect(() => void typed.set(typedAs, form), [typed, typedAs, form])
  const [sent, setSent] = useState(false)
  const { scan, place, onKeyDownCapture } = useDocumentScan(form, setForm)
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
    change: change => setForm(changedForm(form, change)),
    faultOf: field => {
      const fault = sent ? faults.find(one => one.field === field) : undefined
      return fault === undefined ? undefined : t(FAULT_WORDS[fault.code])
    },
  }
  const holder = registeredIin(registered, member)
  const told =
    scan === null ? null : (
      <div ref={place} className="wide">
        <ScanNotice scan={scan} registered={holder} />
      </div>
    )
  return (
    <form className="identity" noValidate onSubmit={submit} onKeyDown={keyed} onKeyDownCapture={onKeyDownCapture}>
      <NativeSelect
        label={t('identity.result')}
        data={resultsOf(member).map(one => ({ value: one, label: t(CHECK_WORDS[one]) }))}
        value={form.result}
        onChange={event => props.change({ result: CheckResult.parse(event.currentTarget.value) })}
      />
      {isShown(form) ? (
        <DocumentFields {...props} today={today} holder={holder} expired={check.expired} wanted={wanted} told={told} />
      ) : (
        told
      )}
      {form.powers === 'not_needed' ? null : <PowersFields {...props} />}
      <SaveFields {...props} busy={busy} />
    </form>
  )
}

/** The comment, which stands under all that may demand it, and the button. */
function SaveFields({ form, change, faultOf, busy }: FieldProps & { busy: boolean }) {
  const { t } = useWords()
  return (
    <>
      <Textarea
        className="wide"
        label={t('identity.comment')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        value={form.comment}
        error={faultOf('comment')}
        onChange={event => change({ comment: event.currentTarget.value })}
      />
      <div className="buttons wide">
        <Button type="submit" loading={busy}>
          {t('identity.save')} <kbd className="on-button">Ctrl Enter</kbd>
        </Button>
      </div>
    </>
  )
}

/** The applicant came: only a member of the delegation may not have. */
function resultsOf(member: MemberPlace): readonly CheckResult[] {
  return member === null ? CheckResult.exclude(['absent']).options : CheckResult.options
}
