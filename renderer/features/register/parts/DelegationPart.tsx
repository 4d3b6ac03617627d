import { Button } from '@mantine/core'
import { useFieldArray } from 'react-hook-form'
import { useWords } from '../../../i18n/use-words.ts'
import { MarkField, TextField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

/** Several people with one matter: one application, one slot. */
export function DelegationPart() {
  const { typed } = useFormAround()
  return (
    <>
      <div className="all">
        <MarkField name="delegated" label="register.delegated" />
      </div>
      {typed.delegated ? <Members /> : null}
    </>
  )
}

const MOST = 49

function Members() {
  const { t } = useWords()
  const { form } = useFormAround()
  const members = useFieldArray({ control: form.control, name: 'members' })
  return (
    <>
      <TextField name="delegation" label="register.delegation" maxLength={2} inputMode="numeric" />
      {members.fields.map((member, index) => (
        <fieldset key={member.id} className="all register-line">
          <legend>{t('register.member', { number: index + 1 })}</legend>
          <TextField name={`members.${index}.surname`} label="register.surname" />
          <TextField name={`members.${index}.given`} label="register.given" />
          <TextField name={`members.${index}.patronymic`} label="register.patronymic" />
          <TextField name={`members.${index}.iin`} label="register.iin" maxLength={20} inputMode="numeric" />
          <Button
            variant="default"
            aria-label={t('register.member.remove', { number: index + 1 })}
            onClick={() => members.remove(index)}
          >
            {'\u00d7'}
          </Button>
        </fieldset>
      ))}
      <div className="all">
        <Button
          variant="default"
          disabled={members.fields.length >= MOST}
          onClick={() => members.append({ surname: '', given: '', patronymic: '', iin: '' })}
        >
          {t('register.member.add')}
        </Button>
      </div>
    </>
  )
}
