import { useWords } from '../../../i18n/use-words.ts'
import { MarkField, SelectField, TextField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

/** The ground of the processing, the consent of clause 3, the entry from paper of clause 4, the number of e-Otinish. */
export function OtherPart() {
  const { t } = useWords()
  const { typed } = useFormAround()
  return (
    <>
      <SelectField
        name="consent"
        label="register.consent"
        className="two"
        options={[
          { value: 'code', label: t('register.consent.code') },
          { value: 'written', label: t('register.consent.written') },
        ]}
      />
      <TextField name="eotinish" label="register.eotinish" maxLength={60} />
      <div className="all marks">
        <MarkField name="sameDay" label="register.same_day" />
        <MarkField name="late" label="register.late" />
      </div>
      {typed.late ? (
        <>
          <TextField name="lateOn" label="register.late.on" maxLength={10} placeholder="register.date_example" />
          <TextField name="lateAt" label="register.late.at" maxLength={5} />
        </>
      ) : null}
    </>
  )
}
