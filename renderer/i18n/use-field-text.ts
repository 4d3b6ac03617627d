import { useTranslation } from 'react-i18next'
import { sentenceOf } from './sentence.ts'

/** The sentence of a field's fault, whose message is a key of the words; undefined where there is none. */
export function useFieldText(): (fault: { message?: string | undefined } | undefined) => string | undefined {
  const { i18n } = useTranslation()
  return fault => (fault === undefined ? undefined : sentenceOf(i18n, fault.message ?? '', {}, 'form.field'))
}
