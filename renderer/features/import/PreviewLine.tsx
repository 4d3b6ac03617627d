import { maskIin } from '#shared/applicant/mask.ts'
import type { ImportKind } from '#shared/change/action-types.ts'
import type { PreviewRow } from '#shared/ipc/imports.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useImportWords } from './import-words.ts'

interface Shown {
  readonly top: number
  readonly height: number
  readonly kind: ImportKind
  readonly row: PreviewRow | undefined
}

/** One row of the dry run: its place in the sheet, what was read, its state and why. */
export function PreviewLine({ top, height, kind, row }: Shown) {
  const { t } = useWords()
  const { fieldName, problemText, skipText } = useImportWords()
  if (row === undefined) return null
  const why =
    row.state === 'skipped'
      ? [skipText(row.skippedAs ?? 'note')]
      : row.problems.map(one => `${fieldName(kind, one.field)}: ${problemText(one)}`)
  return (
    <li className="grid-row preview-line" style={{ height, transform: `translateY(${top}px)` }}>
      <span className="mute">{t('import.rows.number', { number: row.sheetRow })}</span>
      <span>{readOf(row)}</span>
      <StateBadge state={row.state} />
      <span className="mute" title={why.join('\n')}>
        {why.join('; ')}
      </span>
    </li>
  )
}

function StateBadge({ state }: { state: PreviewRow['state'] }) {
  const { t } = useWords()
  switch (state) {
    case 'clean':
      return <Badge tone="green">{t('import.row.clean')}</Badge>
    case 'marked':
      return <Badge tone="amber">{t('import.row.marked')}</Badge>
    case 'skipped':
      return <Badge tone="plain">{t('import.row.skipped')}</Badge>
  }
}

/** What was read of a row, shortly; a row without a record shows its own cells. */
function readOf({ record, cells }: PreviewRow): string {
  if (record === null)
    return cells
      .filter(text => text !== '')
      .slice(0, 5)
      .join(' \u00b7 ')
  const { surname, given, patronymic, iin, essence } = record.personal
  return [[surname, given, patronymic].join(' ').trim(), maskIin(iin), essence]
    .filter(text => text !== '')
    .join(' \u00b7 ')
}
