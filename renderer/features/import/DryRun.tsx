import { Button, NativeSelect } from '@mantine/core'
import type { ImportPreview } from '#shared/ipc/imports.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { type Call, useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { useImportWords } from './import-words.ts'
import { PreviewRows } from './PreviewRows.tsx'
import { ProblemList } from './ProblemList.tsx'

interface Shown {
  readonly preview: ImportPreview
  readonly onPreview: (preview: ImportPreview) => void
  readonly onClose: () => void
}

/** The dry run: what was understood, what is wrong, and nothing written yet. */
export function DryRun({ preview, onPreview, onClose }: Shown) {
  const { t } = useWords()
  const call = useCall()
  const { importId, sheet, columns } = preview
  const remap = async (nextSheet: string, fields: Record<string, string | null>) => {
    const seen = await call.run(() => window.desk.importRemap({ importId, sheet: nextSheet, fields }))
    if (seen !== null) onPreview(seen.preview)
  }
  const assign = (index: number, field: string | null) => {
    const kept = columns.map(one => [String(one.index), field !== null && one.field === field ? null : one.field])
    void remap(sheet, { ...Object.fromEntries(kept), [index]: field })
  }
  return (
    <>
      <RunBar preview={preview} call={call} onClose={onClose} />
      <ErrorNotice error={call.error} />
      <MissingFields preview={preview} />
      <div className="columns">
        <Card
          title={t('import.columns.title')}
          beside={
            preview.sheets.length < 2 ? undefined : (
              <NativeSelect
                aria-label={t('import.sheet')}
                value={sheet}
                data={preview.sheets}
                onChange={event => void remap(event.currentTarget.value, {})}
              />
            )
          }
        >
          <ColumnTable preview={preview} busy={call.busy} onAssign={assign} />
        </Card>
        <Card title={t('import.problems.title')}>
          <ProblemList preview={preview} />
        </Card>
      </div>
      <PreviewRows key={`${importId} ${sheet} ${columns.map(one => one.field).join()}`} preview={preview} />
    </>
  )
}

function RunBar({ preview, call, onClose }: { preview: ImportPreview; call: Call; onClose: () => void }) {
  const { t } = useWords()
  const { counts } = preview
  const fresh = Math.max(0, counts.records - counts.already)
  return (
    <section className="card">
      <div className="card-head">
        <h2>{preview.fileName}</h2>
        <span className="mute">{t('import.dry_run')}</span>
      </div>
      <div className="card-body">
        <dl className="tally">
          <Tally label={t('import.count.records')} value={counts.records} />
          <Tally label={t('import.count.marked')} value={counts.marked} />
          {preview.kind === 'journal' ? <Tally label={t('import.count.bad_iin')} value={counts.badIin} /> : null}
          <Tally label={t('import.count.skipped')} value={counts.skipped} />
          <Tally label={t('import.count.already')} value={counts.already} />
        </dl>
        <p className="sentence">{counts.marked > 0 ? t('import.honest') : t('import.honest_clean')}</p>
        <div className="buttons">
          <Button
            loading={call.busy}
            disabled={fresh === 0}
            onClick={() => void call.run(() => window.desk.importRun({ importId: preview.importId }))}
          >
            {t('import.run', { count: fresh })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('import.drop')}
          </Button>
          {fresh === 0 ? <span className="mute">{t('import.nothing_new')}</span> : null}
        </div>
      </div>
    </section>
  )
}

function Tally({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Fields this kind of file needs and that no column stands for. */
function MissingFields({ preview }: { preview: ImportPreview }) {
  const { t } = useWords()
  const { fieldName } = useImportWords()
  const given = new Set(preview.columns.map(column => column.field))
  const missing = preview.fields.filter(one => one.needed && !given.has(one.field))
  if (missing.length === 0) return null
  return (
    <Notice tone="amber">
      {t('import.columns.missing', { fields: missing.map(one => fieldName(preview.kind, one.field)).join(', ') })}
    </Notice>
  )
}
