import { NativeSelect, TextInput } from '@mantine/core'
import { PowersShown } from '#shared/visit/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { FieldProps } from './identity-form.ts'
import { POWERS_WORDS } from './visit-words.ts'

/** The document that proves the authority to act for another, as it was shown today. Past its term it stops the call. */
export function PowersFields({ form, change, faultOf }: FieldProps) {
  const { t } = useWords()
  return (
    <>
      <NativeSelect
        className="wide"
        label={t('identity.powers')}
        data={PowersShown.exclude(['not_needed']).options.map(one => ({ value: one, label: t(POWERS_WORDS[one]) }))}
        value={form.powers}
        error={faultOf('powers')}
        onChange={event => change({ powers: PowersShown.parse(event.currentTarget.value) })}
      />
      <TextInput
        label={t('identity.powers_number')}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        value={form.powersNumber}
        onChange={event => change({ powersNumber: event.currentTarget.value })}
      />
      <TextInput
        label={t('identity.powers_valid_to')}
        placeholder={t('identity.date_hint')}
        maxLength={10}
        autoComplete="off"
        value={form.powersValidTo}
        error={faultOf('powersValidTo')}
        onChange={event => change({ powersValidTo: event.currentTarget.value })}
      />
    </>
  )
}
