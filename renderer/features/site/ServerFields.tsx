import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../i18n/use-words.ts'
import { ADDRESS_WORDS, type SiteFields } from './site-form.ts'

interface Shown {
  readonly kind: 'web' | 'couch'
  readonly fields: SiteFields
  readonly hasPassword: boolean
  readonly onChange: (part: Partial<SiteFields>) => void
}

/** The address of a server, who is let in there and whom its certificate is signed by. */
export function ServerFields({ kind, fields, hasPassword, onChange }: Shown) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        label={t('publish.address')}
        description={t(ADDRESS_WORDS[kind])}
        value={fields.address}
        maxLength={500}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        onChange={event => onChange({ address: event.currentTarget.value })}
      />
      <TextInput
        label={t('publish.login')}
        value={fields.login}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={event => onChange({ login: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('publish.password')}
        description={t(hasPassword ? 'publish.password.kept' : 'publish.password.none')}
        value={fields.password}
        maxLength={500}
        autoComplete="off"
        onChange={event => onChange({ password: event.currentTarget.value })}
      />
      <Textarea
        label={t('publish.authority')}
        description={t('publish.authority.note')}
        value={fields.authority}
        maxLength={20_000}
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
        onChange={event => onChange({ authority: event.currentTarget.value })}
      />
    </>
  )
}
