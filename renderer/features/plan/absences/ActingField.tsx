import { NativeSelect } from '@mantine/core'
import { officialName } from '../../../components/official-name.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { PlanKnown } from '../use-plan.ts'
import { type AbsenceFields, actingChoices } from './absence-form.ts'

interface Shown<Fields> {
  readonly known: PlanKnown
  readonly fields: Fields
  readonly onChange: (fields: Fields) => void
}

/** Who acts for the official, those named as substitutes first. */
export function ActingField<Fields extends Pick<AbsenceFields, 'official' | 'acting'>>(shown: Shown<Fields>) {
  const { t, language } = useWords()
  const { known, fields, onChange } = shown
  return (
    <NativeSelect
      label={t('absence.acting')}
      value={fields.acting}
      data={[
        { value: '', label: t('absence.acting.nobody') },
        ...actingChoices(fields.official, known.plan.officials).map(one => ({
          value: one.id,
          label: officialName(one, language),
        })),
      ]}
      onChange={event => onChange({ ...fields, acting: event.currentTarget.value })}
    />
  )
}
