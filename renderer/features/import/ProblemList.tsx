import type { ImportPreview } from '#shared/ipc/imports.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useImportWords } from './import-words.ts'

/** What is wrong in the file, kind by kind: where, what, and what to do. */
export function ProblemList({ preview }: { preview: ImportPreview }) {
  const { t } = useWords()
  const { fieldName, problemText, adviceText } = useImportWords()
  if (preview.problems.length === 0) {
    return (
      <div className="card-body">
        <Badge tone="green">{t('import.problems.none')}</Badge>
      </div>
    )
  }
  return (
    <ul className="rows tall">
      {preview.problems.map(({ field, code, rows }) => (
        <li key={`${field} ${code}`}>
          <div className="grow">
            <b>{fieldName(preview.kind, field)}</b>
            <div>{problemText({ code, params: {} })}</div>
            <div className="mute">{adviceText(code)}</div>
          </div>
          <Badge tone="amber">{t('import.problems.rows', { count: rows })}</Badge>
        </li>
      ))}
    </ul>
  )
}
