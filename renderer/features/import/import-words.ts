import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowProblem } from '#shared/application/model.ts'
import type { ImportKind } from '#shared/change/action-types.ts'
import { sentenceOf } from '../../i18n/sentence.ts'

/** Words of fields, problems and skipped rows, which come as codes. */
export interface ImportWords {
  readonly fieldName: (kind: ImportKind, field: string) => string
  readonly problemText: (problem: Pick<RowProblem, 'code' | 'params'>) => string
  readonly adviceText: (code: string) => string
  readonly skipText: (reason: string) => string
}

/** The families `field.*`, `import.problem.*`, `import.advice.*` and `import.skipped.*` in the language of the screen. */
export function useImportWords(): ImportWords {
  const { i18n } = useTranslation()
  return useMemo(
    () => ({
      fieldName: (kind, field) => sentenceOf(i18n, `field.${kind}.${field}`, {}, field),
      problemText: ({ code, params }) => sentenceOf(i18n, `import.problem.${code}`, params, code),
      adviceText: code => sentenceOf(i18n, `import.advice.${adviceOf(code)}`, {}, code),
      skipText: reason => sentenceOf(i18n, `import.skipped.${reason}`, {}, reason),
    }),
    [i18n],
  )
}

/** Problems of one kind have one cure. */
function adviceOf(code: string): string {
  if (/^(iin|bin|phone|name)_/.test(code)) return 'check_document'
  if (/^date_|^received_/.test(code)) return 'check_date'
  if (/^official_(unknown|several)$/.test(code)) return 'import_officials'
  if (/_unknown$|^(rule|hours|email)_/.test(code)) return 'check_word'
  return 'check_cell'
}
