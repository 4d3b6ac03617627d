import { useWords } from '../i18n/use-words.ts'

/** The sign and the name of the program. */
export function BrandMark() {
  const { t } = useWords()
  return (
    <span className="brand">
      <i aria-hidden="true" />
      <b>{t('app.name')}</b>
    </span>
  )
}
