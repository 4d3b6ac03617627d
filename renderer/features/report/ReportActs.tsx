import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import type { QuarterlyData } from '#shared/ipc/documents.ts'
import { ExpectedError, type Result } from '#shared/result/result.ts'
import type { Quarter } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { findQuarterlyData } from './quarterly-data.ts'

/** Writes the report: a workbook with both languages, or a sheet in one of them. */
export function ReportActs({ quarter }: { quarter: Quarter }) {
  const { t } = useWords()
  const { start } = useDesk()
  const store = useStore()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const write = async (save: (data: QuarterlyData) => Promise<Result<Saved>>) => {
    setSaved(null)
    setSaved(await call.run(() => withData(() => findQuarterlyData(store, quarter, start.today), save)))
  }
  const sheet = (language: 'kk' | 'ru') =>
    void write(data =>
      window.desk.sheetSave({
        job: { kind: 'report', paper: 'A4', language, data },
        fileName: `report-${quarter}-${language}.pdf`,
      }),
    )
  const workbook = () =>
    void write(data => window.desk.workbookSave({ job: { kind: 'report', data }, fileName: `report-${quarter}.xlsx` }))
  return (
    <>
      <div className="buttons">
        <Button loading={call.busy} onClick={workbook}>
          {t('report.xlsx')}
        </Button>
        <Button variant="default" loading={call.busy} onClick={() => sheet('kk')}>
          {t('report.pdf_kk')}
        </Button>
        <Button variant="default" loading={call.busy} onClick={() => sheet('ru')}>
          {t('report.pdf_ru')}
        </Button>
      </div>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}

/** Asks the store and then main; an expected error of the store is an answer like main's. */
async function withData(
  ask: () => Promise<QuarterlyData>,
  save: (data: QuarterlyData) => Promise<Result<Saved>>,
): Promise<Result<Saved>> {
  try {
    return await save(await ask())
  } catch (error) {
    if (error instanceof ExpectedError) return { ok: false, error: error.detail }
    throw error
  }
}
