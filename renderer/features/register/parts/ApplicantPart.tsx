import { ApplicantKind } from '#shared/application/registration.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { SelectField, TextField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

const KINDS = {
  citizen: 'register.applicant.citizen',
  foreigner: 'register.applicant.foreigner',
  stateless: 'register.applicant.stateless',
  legal_entity: 'register.applicant.legal_entity',
} as const satisfies Record<ApplicantKind, string>

/** Who applies; a foreigner has a country, a legal entity its name, number and the post of who speaks for it. */
export function ApplicantPart() {
  const { t } = useWords()
  const { typed } = useFormAround()
  return (
    <>
      <SelectField
        name="applicant"
        label="register.applicant"
        options={ApplicantKind.options.map(value => ({ value, label: t(KINDS[value]) }))}
      />
      {typed.applicant === 'foreigner' ? <TextField name="country" label="register.country" /> : null}
      {typed.applicant === 'legal_entity' ? (
        <>
          <TextField name="bin" label="register.bin" maxLength={20} inputMode="numeric" />
          <TextField name="position" label="register.position" maxLength={200} />
          <TextField name="organisation" label="register.organisation" maxLength={300} className="all" />
        </>
      ) : null}
    </>
  )
}
