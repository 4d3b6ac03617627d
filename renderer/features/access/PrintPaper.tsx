import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { settled } from '../../app/desk.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

type Printers = ResultOf<'printer.list'>['printers']

/** Prints the key on a sheet for the safe. No file is offered: what lies on a disk is not a key on paper. */
export function PrintPaper({ ready }: { ready: boolean }) {
  const { t, language } = useWords()
  const call = useCall()
  const [printers, setPrinters] = useState<Printers | null>(null)
  const [chosen, setChosen] = useState('')
  const [printed, setPrinted] = useState<boolean | null>(null)
  useEffect(() => {
    void settled(window.desk.printerList({})).then(got => {
      const found = got.ok ? got.value.printers : []
      setPrinters(found)
      setChosen((found.find(({ standard }) => standard) ?? found[0])?.name ?? '')
    })
  }, [])
  if (printers === null) return null
  if (printers.length === 0) return <p className="mute">{t('access.paper_by_hand')}</p>
  const print = async () => {
    setPrinted(null)
    const answer = await call.run(() => window.desk.accessPrintPaper({ printer: chosen, language }))
    setPrinted(answer?.printed ?? null)
  }
  return (
    <div className="paper-print">
      <div className="buttons">
        <NativeSelect
          label={t('access.printer')}
          data={printers.map(({ name }) => name)}
          value={chosen}
          onChange={event => setChosen(event.currentTarget.value)}
        />
        <Button variant="default" loading={call.busy} disabled={!ready} onClick={() => void print()}>
          {t('access.paper_print')}
        </Button>
      </div>
      <p className="mute">{t('access.paper_print_why')}</p>
      {printed === null ? null : (
        <Notice tone={printed ? 'green' : 'red'}>
          {t(printed ? 'access.paper_printed' : 'access.paper_not_printed')}
        </Notice>
      )}
      <ErrorNotice error={call.error} />
    </div>
  )
}
