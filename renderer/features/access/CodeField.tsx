import { TextInput } from '@mantine/core'
import { useWords } from '../../i18n/use-words.ts'

/** Whether six digits are typed. */
export function isWhole(code: string): boolean {
  return /^\d{6}$/.test(code.replace(/\s/g, ''))
}

/** The code a telephone shows. */
export function CodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  return (
    <TextInput
      label={t('access.code')}
      description={t('access.code_how')}
      value={value}
      autoComplete="off"
      inputMode="numeric"
      maxLength={7}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
