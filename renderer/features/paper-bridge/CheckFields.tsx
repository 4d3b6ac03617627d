import { NativeSelect, TextInput } from '@mantine/core'
import { useOffered } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CHECK_WORDS } from '../reception/visit-words.ts'
import { type CheckField, CheckForm, PaperCheck } from './entry-form.ts'

const WORDS: Record<PaperCheck, LocaleKey> = { ...CHECK_WORDS, expired: 'paper.check.expired' }

interface Shown {
  readonly check: CheckForm
  /** Stands before the names of the fields: `members.0.`, or nothing for the applicant. */
  readonly prefix: '' | `members.${number}.`
  readonly change: (change: Partial<CheckForm>) => void
  readonly faultOf: (field: CheckField) => string | undefined
}

/** How one person's document was looked at: member by member whether it matched, or that they did not come. */
export function CheckFields({ check, prefix, change, faultOf }: Shown) {
  const { t, language } = useWords()
  const offered = useOffered('document', useToday())
  const { checked } = check
  // The applicant came: only a member may not have.
  const results = prefix === '' ? PaperCheck.exclude(['absent']).options : PaperCheck.options
  const isShown = checked !== '' && checked !== 'no_document' && checked !== 'absent'
  return (
    <>
      <NativeSelect
        name={`${prefix}checked`}
        label={t('paper.document_shown')}
        data={[
          ...results.map(value => ({ value, label: t(WORDS[value]) })),
          { value: '', label: t('paper.not_written') },
        ]}
        value={checked}
        onChange={event => change({ checked: CheckForm.shape.checked.parse(event.currentTarget.value) })}
      />
      {isShown ? (
        <>
          <NativeSelect
            name={`${prefix}document`}
            label={t('identity.document')}
            data={[{ value: '', label: '' }, ...offered.map(one => ({ value: one.code, label: one[language] }))]}
            value={check.document}
            error={faultOf('document')}
            onChange={event => change({ document: event.currentTarget.value })}
          />
          <TextInput
            name={`${prefix}number`}
            label={t('paper.last_three')}
            maxLength={20}
            autoComplete="off"
            value={check.number}
            error={faultOf('number')}
            onChange={event => change({ number: event.currentTarget.value })}
          />
        </>
      ) : null}
      {checked === '' || checked === 'matched' || checked === 'absent' ? null : (
        <TextInput
          name={`${prefix}comment`}
          className="wide"
          label={t('identity.comment')}
          maxLength={1000}
          value={check.comment}
          error={faultOf('comment')}
          onChange={event => change({ comment: event.currentTarget.value })}
        />
      )}
    </>
  )
}
