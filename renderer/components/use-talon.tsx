import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { ReprintReason, RequestId } from '#shared/application/registration.ts'
import type { TalonMade } from '#shared/application/transitions.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { ResultOf, Saved } from '#shared/ipc/contract.ts'
import { useWords } from '../i18n/use-words.ts'
import { ErrorNotice, Notice } from './Notice.tsx'
import { newRequestId } from './request-id.ts'
import { SavedNotice } from './SavedNotice.tsx'
import { TalonReason } from './TalonReason.tsx'
import { type Call, useCall } from './use-call.ts'

/** Talons from a screen: a press prints, asks why where one was made before, and tells what became of it. */
export interface TalonPress {
  /** Prints the talon of an application, of which `made` were made so far. */
  readonly print: (application: EntityId, made: readonly TalonMade[]) => void
  readonly busy: boolean
  /** The question and the answer, to be placed where the screen tells its results. */
  readonly element: ReactNode
}

type Outcome = ResultOf<'talon.print'> & { readonly application: EntityId }

/**
 * Every talon is a job of its own; main prints a job once, however often it hears of it, so a press after a failure is the same
 * job. `onMade` hears when a talon was made, be it only kept.
 */
export function useTalon(onMade: () => void = () => undefined): TalonPress {
  const call = useCall()
  const failed = useRef<{ readonly application: EntityId; readonly job: RequestId } | null>(null)
  const [asking, setAsking] = useState<EntityId | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const send = async (application: EntityId, reprint: ReprintReason | null) => {
    setOutcome(null)
    const job = failed.current?.application === application ? failed.current.job : newRequestId()
    failed.current = { application, job }
    const done = await call.run(async () => {
      const answer = await window.desk.talonPrint({ job, application, reprint })
      // Another desk, or another screen of this one, made a talon that this screen has not heard of yet.
      if (!answer.ok && answer.error.code === 'talon.needs_reason') setAsking(application)
      return answer
    })
    if (done === null) return
    failed.current = null
    setAsking(null)
    setOutcome({ ...done, application })
    onMade()
  }

  const print = (application: EntityId, made: readonly TalonMade[]) => {
    if (call.busy) return
    call.forget()
    setOutcome(null)
    const last = made.at(-1)
    if (last === undefined || last.result === 'kept') void send(application, null)
    else setAsking(application)
  }

  const element = (
    <>
      {asking === null ? (
        <ErrorNotice error={call.error} />
      ) : (
        <TalonReason call={call} onReason={why => void send(asking, why)} onClose={() => setAsking(null)} />
      )}
      {outcome === null ? null : <TalonOutcome key={outcome.application} outcome={outcome} call={call} />}
    </>
  )
  return { print, busy: call.busy, element }
}

function TalonOutcome({ outcome, call }: { outcome: Outcome; call: Call }) {
  const { t } = useWords()
  const [saved, setSaved] = useState<Saved | null>(null)
  if (outcome.state === 'printed') return <Notice tone="green">{t('talon.printed')}</Notice>
  const save = async () => setSaved(await call.run(() => window.desk.talonSave({ application: outcome.application })))
  return (
    <>
      <Notice tone="amber">
        <p>{t(`talon.not_printed.${outcome.why ?? 'printer_failed'}`)}</p>
        <Button variant="default" loading={call.busy} onClick={() => void save()}>
          {t('talon.save')}
        </Button>
      </Notice>
      <SavedNotice saved={saved} />
    </>
  )
}
