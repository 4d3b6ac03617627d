import { Need } from '#shared/application/registration.ts'
import { validOn } from '#shared/directory/model.ts'
import { useDesk } from '../../../app/desk-context.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { EntryField, SelectField, TextField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

const NEEDS = {
  interpreter: 'register.need.interpreter',
  sign_language: 'register.need.sign_language',
  wheelchair: 'register.need.wheelchair',
} as const satisfies Record<Need, string>

/** Language of the reception and of the letters, where the person lives, what they need. */
export function PersonPart() {
  const { t } = useWords()
  const { start } = useDesk()
  const { form, typed, directories } = useFormAround()
  return (
    <>
      <SelectField
        name="language"
        label="register.language"
        options={[
          { value: 'kk', label: t('register.language.kk') },
          { value: 'ru', label: t('register.language.ru') },
        ]}
      />
      <EntryField name="district" label="register.district" entries={validOn(directories.district, start.today)} />
      <TextField name="address" label="register.address" maxLength={300} />
      <fieldset className="all marks">
        <legend>{t('register.needs')}</legend>
        {Need.options.map(need => (
          <label key={need} className="mark-line">
            <input type="checkbox" value={need} {...form.register('needs')} />
            {t(NEEDS[need])}
          </label>
        ))}
      </fieldset>
      {typed.needs.includes('interpreter') ? (
        <TextField name="interpreterLanguage" label="register.interpreter_language" maxLength={60} />
      ) : null}
    </>
  )
}
