import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { ReportDocument } from '#shared/report/report-paper.ts'
import type { Result } from '#shared/result/result.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Counting } from './Counting.tsx'
import { useWatched, type Watched } from './use-watched.ts'

type Give = (
  use: (document: ReportDocument) => Promise<Result<Saved>>,
  watched: Watched,
) => Promise<Result<Saved | null>>

/** Writes a report as a workbook in both languages, and as paper and a Word file in each. `of`: which one, for whoever hears. */
export function DocumentButtons({ give, name, of = '' }: { give: Give; name: string; of?: string }) {
  const { t } = useWords()
  const call = useCall()
  const { step, isStopped, watch, stop } = useWatched()
  const [saved, setSaved] = useState<Saved | null>(null)
  const write = async (use: (document: ReportDocument) => Promise<Result<Saved>>) => {
    setSaved(null)
    setSaved(await call.run(() => watch(watched => give(use, watched))))
  }
  const labelled = (text: string) => (of === '' ? {} : { 'aria-label': `${text}: ${of}` })
  const act = (text: string, onClick: () => void) => (
    <Button variant="default" loading={call.busy} onClick={onClick} {...labelled(text)}>
      {text}
    </Button>
  )
  return (
    <>
      <div className="buttons">
        {act(t('report.xlsx'), () => void write(report => saveWorkbook(report, name)))}
        {act(t('report.pdf_kk'), () => void write(report => saveSheet(report, 'kk', name)))}
        {act(t('report.pdf_ru'), () => void write(report => saveSheet(report, 'ru', name)))}
        {act(t('report.docx_kk'), () => void write(report => saveWord(report, 'kk', name)))}
        {act(t('report.docx_ru'), () => void write(report => saveWord(report, 'ru', name)))}
      </div>
      <Counting step={step} onStop={stop} />
      {isStopped ? <Notice tone="sky">{t('report.counting.stopped')}</Notice> : null}
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}

function saveWorkbook(data: ReportDocument, name: string): Promise<Result<Saved>> {
  return window.desk.workbookSave({ job: { kind: 'report', data }, fileName: `${name}.xlsx` })
}

function saveSheet(data: ReportDocument, language: Language, name: string): Promise<Result<Saved>> {
  return window.desk.sheetSave({
    job: { kind: 'report', paper: 'A4', language, data },
    fileName: `${name}-${language}.pdf`,
  })
}

function saveWord(report: ReportDocument, language: Language, name: string): Promise<Result<Saved>> {
  return window.desk.reportDocx({ report, language, fileName: `${name}-${language}.docx` })
}
