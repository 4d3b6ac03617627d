import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import type { ResultOf, Saved } from '#shared/ipc/contract.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** The talon of what was just registered. Pressed again after a failure it is the same talon, printed once. */
export function TalonOfDone({ application, onMade }: { application: EntityId; onMade: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [job] = useState(newRequestId)
  const [made, setMade] = useState<ResultOf<'talon.print'> | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const print = async () => {
    const printed = await call.run(() => window.desk.talonPrint({ job, application, reprint: null }))
    if (printed === null) return
    setMade(printed)
    onMade()
  }
  return (
    <>
      <ErrorNotice error={call.error} />
      {made === null ? null : <Made made={made} application={application} />}
      {made === null ? (
        <Button ref={button} loading={call.busy} onClick={() => void print()}>
          {t('register.done.talon')}
        </Button>
      ) : null}
    </>
  )
}

const WHY = { no_printer: 'register.done.no_printer', printer_failed: 'register.done.printer_failed' } as const

function Made({ made, application }: { made: ResultOf<'talon.print'>; application: EntityId }) {
  const { t } = useWords()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  if (made.state === 'printed') return <Notice tone="green">{t('register.done.talon_printed')}</Notice>
  const save = async () => setSaved(await call.run(() => window.desk.talonSave({ application })))
  return (
    <>
      <Notice tone="amber">
        {t('register.done.talon_kept')} {made.why === null ? '' : t(WHY[made.why])}{' '}
        <button type="button" className="link" disabled={call.busy} onClick={() => void save()}>
          {t('register.done.talon_save')}
        </button>
      </Notice>
      <ErrorNotice error={call.error} />
      <SavedNotice saved={saved} />
    </>
  )
}
