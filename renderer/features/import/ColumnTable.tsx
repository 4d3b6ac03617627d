import { NativeSelect } from '@mantine/core'
import type { ImportPreview } from '#shared/ipc/imports.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useImportWords } from './import-words.ts'

interface Shown {
  readonly preview: ImportPreview
  readonly busy: boolean
  readonly onAssign: (index: number, field: string | null) => void
}

/** Each column of the file and what it was taken for; wrong guesses are corrected here by hand. */
export function ColumnTable({ preview, busy, onAssign }: Shown) {
  const { t } = useWords()
  const { fieldName } = useImportWords()
  const options = [
    { value: '', label: t('import.columns.none') },
    ...preview.fields.map(({ field }) => ({ value: field, label: fieldName(preview.kind, field) })),
  ]
  return (
    <div className="table-box">
      <table className="table column-table">
        <thead>
          <tr>
            <th scope="col">{t('import.columns.header')}</th>
            <th scope="col">{t('import.columns.meaning')}</th>
            <th scope="col">{t('import.columns.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(column => (
            <tr key={column.index}>
              <td>{column.header || t('import.columns.untitled', { number: column.index + 1 })}</td>
              <td>
                <NativeSelect
                  aria-label={t('import.columns.field_of', { header: column.header })}
                  data={options}
                  value={column.field ?? ''}
                  disabled={busy}
                  onChange={event => onAssign(column.index, event.currentTarget.value || null)}
                />
              </td>
              <td className="mute clip">{column.samples.slice(0, 3).join(' \u00b7 ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
