import { Button } from '@mantine/core'
import { useFieldArray } from 'react-hook-form'
import { useWords } from '../../../i18n/use-words.ts'
import { SelectField, TextField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

const MOST = 50

/** The list of papers that came with the appeal; files are attached on the card. */
export function PapersPart() {
  const { t } = useWords()
  const { form } = useFormAround()
  const papers = useFieldArray({ control: form.control, name: 'papers' })
  const kinds = [
    { value: 'copy', label: t('register.paper.copy') },
    { value: 'original', label: t('register.paper.original') },
  ]
  return (
    <>
      {papers.fields.map((paper, index) => (
        <div key={paper.id} className="all register-line paper-line">
          <TextField name={`papers.${index}.title`} label="register.paper.title" maxLength={200} />
          <TextField name={`papers.${index}.pages`} label="register.paper.pages" maxLength={4} inputMode="numeric" />
          <SelectField name={`papers.${index}.kind`} label="register.paper.kind" options={kinds} />
          <Button
            variant="default"
            aria-label={t('register.paper.remove', { number: index + 1 })}
            onClick={() => papers.remove(index)}
          >
            {'\u00d7'}
          </Button>
        </div>
      ))}
      <div className="all">
        <Button
          variant="default"
          disabled={papers.fields.length >= MOST}
          onClick={() => papers.append({ title: '', pages: '1', kind: 'copy' })}
        >
          {t('register.paper.add')}
        </Button>
      </div>
    </>
  )
}
