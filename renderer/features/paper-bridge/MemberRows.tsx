import { TextInput } from '@mantine/core'
import { applicantName } from '../../components/applicant-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CheckFields } from './CheckFields.tsx'
import { type EntryField, type MemberForm, membersTyped } from './entry-form.ts'
import type { Entry } from './use-entry.ts'

interface Shown {
  readonly entry: Entry
  readonly faultOf: (field: EntryField) => string | undefined
}

/** Those who came with the applicant, in a row: who they are where it is registered now, and how each document was looked at. */
export function MemberRows({ entry: { form, change, people, registered }, faultOf }: Shown) {
  const { t } = useWords()
  const members = membersTyped(form, people)
  const known = form.isKnown ? (registered?.personal?.members ?? []) : []
  return members.map((member, place) => {
    const named = known[place]
    const changeOwn = (part: Partial<MemberForm>) =>
      change({ members: members.map((one, at) => (at === place ? { ...one, ...part } : one)) })
    const prefix = `members.${place}.` as const
    const name = (field: 'surname' | 'given', label: string) => (
      <TextInput
        name={`${prefix}${field}`}
        label={label}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        value={member[field]}
        error={field === 'surname' ? faultOf(`${prefix}surname`) : undefined}
        onChange={event => changeOwn({ [field]: event.currentTarget.value })}
      />
    )
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a member is its place.
      <fieldset key={place} className="wide paper-entry">
        <legend>{(named && applicantName(named)) || t('register.member', { number: place + 1 })}</legend>
        {form.isKnown ? null : (
          <>
            {name('surname', t('register.surname'))}
            {name('given', t('register.given'))}
          </>
        )}
        <CheckFields
          check={member}
          prefix={prefix}
          change={changeOwn}
          faultOf={field => faultOf(`${prefix}${field}`)}
        />
      </fieldset>
    )
  })
}
