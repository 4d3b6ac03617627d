import { type Control, Controller, type FieldPathByValue, type FieldValues } from 'react-hook-form'
import { DateField } from '../../components/DateField.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Filled<Fields extends FieldValues> {
  readonly control: Control<Fields>
  readonly name: FieldPathByValue<Fields, string | null>
  readonly label: LocaleKey
  readonly hint: LocaleKey
}

/** A day that may be left out. */
export function DayField<Fields extends FieldValues>({ control, name, label, hint }: Filled<Fields>) {
  const { t } = useWords()
  const faultOf = useFieldText()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <DateField
          ref={field.ref}
          label={t(label)}
          description={t(hint)}
          clearable
          clearButtonProps={{ 'aria-label': t('directories.clear', { name: t(label) }) }}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={faultOf(fieldState.error)}
        />
      )}
    />
  )
}
