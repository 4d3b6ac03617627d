import { useWords } from '../../../i18n/use-words.ts'
import { EntryField, MarkField, TextField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

/** Someone acts for another: for whom, and by which document (clause 9). */
export function RepresentedPart() {
  const { typed } = useFormAround()
  return (
    <>
      <div className="all">
        <MarkField name="represented" label="register.represented" />
      </div>
      {typed.represented ? <Principal /> : null}
      {typed.represented ? <Powers /> : null}
    </>
  )
}

function Principal() {
  const { t } = useWords()
  return (
    <fieldset className="all register-grid">
      <legend>{t('register.principal')}</legend>
      <TextField name="principal.surname" label="register.surname" />
      <TextField name="principal.given" label="register.given" />
      <TextField name="principal.patronymic" label="register.patronymic" />
      <TextField name="principal.iin" label="register.iin" maxLength={20} inputMode="numeric" />
      <TextField name="principal.organisation" label="register.principal.organisation" maxLength={300} />
      <TextField name="principal.bin" label="register.bin" maxLength={20} inputMode="numeric" />
    </fieldset>
  )
}

function Powers() {
  const { t } = useWords()
  const { directories } = useFormAround()
  return (
    <fieldset className="all register-grid">
      <legend>{t('register.powers')}</legend>
      <EntryField name="powers.document" label="register.powers" entries={directories.powers} />
      <TextField name="powers.number" label="register.powers.number" maxLength={60} />
      <TextField name="powers.issuer" label="register.powers.issuer" maxLength={200} />
      <TextField
        name="powers.issued"
        label="register.powers.issued"
        maxLength={10}
        placeholder="register.date_example"
      />
      <TextField
        name="powers.validTo"
        label="register.powers.valid_to"
        maxLength={10}
        placeholder="register.date_example"
      />
      <TextField name="powers.scope" label="register.powers.scope" maxLength={500} />
    </fieldset>
  )
}
