import { useState } from 'react'
import type { ActChecks, Period } from '#shared/compliance/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { MOST_LISTED } from '#shared/ipc/documents.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { GiveOutButtons } from '../../components/GiveOutButtons.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { complianceData } from './compliance-data.ts'

/** To paper: the clauses and what is broken or due; to a workbook: every record too. */
export function GiveOutCompliance({ act, period }: { act: ActChecks; period: Period }) {
  const words = useWords()
  const { t } = words
  const { user } = useDesk().start
  const today = useToday()
  const office = useOffice()
  const officials = useOfficials()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const open = act.clauses.reduce((sum, { records }) => sum + records.filter(({ state }) => state !== 'kept').length, 0)
  if (!office || officials === undefined) return null
  const data = complianceData(
    act,
    period,
    { office, officials, preparedOn: today, preparedBy: user?.name ?? '' },
    words,
  )
  const fileName = `compliance-${period.from}-${period.to}`
  const print = async () => {
    setSaved(null)
    const records = data.records.filter(({ state }) => state !== 'kept')
    const job = { kind: 'compliance', paper: 'A4', data: { ...data, records } } as const
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: `${fileName}.pdf` })))
  }
  const write = async () => {
    setSaved(null)
    setSaved(
      await call.run(() =>
        window.desk.workbookSave({ job: { kind: 'compliance', data }, fileName: `${fileName}.xlsx` }),
      ),
    )
  }
  return (
    <>
      <GiveOutButtons
        busy={call.busy}
        isTooLong={open > MOST_LISTED}
        onPrint={() => void print()}
        onWrite={() => void write()}
      />
      {open > MOST_LISTED ? <Notice tone="amber">{t('compliance.too_many', { most: MOST_LISTED })}</Notice> : null}
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
