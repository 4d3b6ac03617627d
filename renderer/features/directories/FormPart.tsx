import type { ReactNode } from 'react'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Fields of one matter under their title, two side by side. */
export function FormPart({ title, children }: { title: LocaleKey; children: ReactNode }) {
  const { t } = useWords()
  return (
    <fieldset className="directory-part">
      <legend>{t(title)}</legend>
      <div className="form-grid">{children}</div>
    </fieldset>
  )
}
