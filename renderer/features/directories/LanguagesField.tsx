import { Checkbox } from '@mantine/core'
import { Language } from '#shared/application/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Chosen {
  readonly label: LocaleKey
  readonly value: readonly Language[]
  readonly error?: string | undefined
  readonly onChange: (value: Language[]) => void
}

/** The languages somebody speaks with visitors, in the order of the law. */
export function LanguagesField({ label, value, error, onChange }: Chosen) {
  const { t } = useWords()
  return (
    <Checkbox.Group
      label={t(label)}
      value={[...value]}
      error={error}
      onChange={chosen => onChange(Language.options.filter(one => chosen.includes(one)))}
    >
      <div className="choices">
        {Language.options.map(one => (
          <Checkbox key={one} value={one} label={t(`language.long.${one}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
