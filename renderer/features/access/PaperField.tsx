import { TextInput } from '@mantine/core'
import { useWords } from '../../i18n/use-words.ts'

/** The paper key as it is typed off the sheet: capitals and hyphens do not matter. */
export function PaperField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  return (
    <TextInput
      className="paper-key-field"
      label={t('access.paper')}
      description={t('access.paper_how')}
      value={value}
      autoComplete="off"
      spellCheck={false}
      maxLength={60}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
