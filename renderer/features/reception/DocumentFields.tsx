import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { hintsOfIin } from '#shared/applicant/iin.ts'
import { findingsOfDocument } from '#shared/identity/documents.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { typedDate } from '../../components/typed-date.ts'
import { useOffered } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { FieldProps } from './identity-form.ts'
import { useFocusWhen } from './use-focus-when.ts'
import { ABOUT_WORDS, SOURCE_WORDS } from './visit-words.ts'

interface DocumentShown extends FieldProps {
  readonly today: PlainDate
  /** The IIN that was registered of the person; empty: none. */
  readonly holder: string
  readonly expired: boolean
  readonly wanted: object | null
  /** What a scan said, beside the number, which it fills and a person compares. */
  readonly told: ReactNode
}

/** The document that was shown, and where it was looked at. */
export function DocumentFields(shown: DocumentShown) {
  const { form, change, faultOf, today, expired, wanted } = shown
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
      {shown.told}
      <AboutDocument {...shown} />
      <TextInput
        className="wide"
        label={t('identity.issuer')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={form.issuer}
        onChange={event => change({ issuer: event.currentTarget.value })}
      />
      <OtherEndFields {...shown} />
    </>
  )
}

/** What is unusual about the document, and how it came into the form. What is expired stands at its field. */
function AboutDocument({ form, today, holder }: DocumentShown) {
  const { t } = useWords()
  const birth = holder === '' ? null : hintsOfIin(holder).birth
  const { document, number } = form
  const findings = findingsOfDocument({ document, number, validTo: typedDate(form.validTo), birth }, today)
  const told = findings.flatMap(({ code, params }) => (code === 'expired' ? [] : [t(ABOUT_WORDS[code], params)]))
  if (form.source === 'typed' && told.length === 0) return null
  return (
    <div className="wide buttons" role="status">
      {form.source === 'typed' ? null : (
        <Badge tone={form.source === 'scanned' ? 'green' : 'amber'}>{t(SOURCE_WORDS[form.source])}</Badge>
      )}
      {told.length === 0 ? null : <span className="mute">{told.join(' ')}</span>}
    </div>
  )
}

/** A visitor who sits at the other end of a video link shows the document there: somebody there looks, and is named. */
function OtherEndFields({ form, change, faultOf }: DocumentShown) {
  const { t } = useWords()
  return (
    <>
      <Checkbox
        className="wide"
        label={t('identity.other_end')}
        checked={form.otherEnd}
        onChange={event => change({ otherEnd: event.currentTarget.checked })}
      />
      {form.otherEnd ? (
        <TextInput
          className="wide"
          label={t('identity.other_end_who')}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={form.otherEndWho}
          error={faultOf('otherEnd')}
          onChange={event => change({ otherEndWho: event.currentTarget.value })}
        />
      ) : null}
    </>
  )
}
