import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useFormAround } from './form-context.ts'

/** The mark of what is handed in during a reception (clause 25); it can be taken off. */
export function AtReception() {
  const { t } = useWords()
  const { form, typed } = useFormAround()
  if (typed.atReception === '') return null
  return (
    <Notice tone="sky">
      <b>{t('register.at_reception.mark')}.</b> {t('register.at_reception.sentence')}{' '}
      <button type="button" className="link" onClick={() => form.setValue('atReception', '', { shouldDirty: true })}>
        {t('register.at_reception.drop')}
      </button>
    </Notice>
  )
}
