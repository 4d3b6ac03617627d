import { useEffect, useRef, useState } from 'react'
import type { TalonShape } from '#shared/application/registration.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { ResultOf, Saved } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result/result.ts'
import { newRequestId } from '../../components/request-id.ts'
import { type Call, useCall } from '../../components/use-call.ts'

/** What became of the talons that were asked for so far. */
export interface TalonRun {
  readonly state: 'running' | 'stopped' | ResultOf<'talon.printMany'>['state']
  readonly printed: number
  readonly total: number
  /** On their way to paper when the program was cut short before: a person looks whether they came out. */
  readonly unsure: readonly EntityId[]
}

/** The talons of a day, printed while the day goes on. */
export interface DayTalons {
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
  readonly call: Call
  readonly run: TalonRun | null
  readonly saved: Saved | null
  /** Prints the first talons of these people, in this order, in small portions. */
  readonly print: (people: readonly EntityId[]) => void
  /** Ends it after the portion that is under way. */
  readonly stop: () => void
  readonly save: (people: readonly EntityId[]) => void
}

/** So many go to the printer before it is told and may be stopped: tickets one by one, sheets as one job. */
const PORTIONS: Record<TalonShape, number> = { '58mm': 3, '80mm': 3, A6: 40, A5: 40, A4: 40 }

/** Belongs to the screen of the day: closing the dialog stops nothing, leaving the screen ends it after a portion. */
export function useTalonsOfDay(): DayTalons {
  const call = useCall()
  const [isOpen, setOpen] = useState(false)
  const [run, setRun] = useState<TalonRun | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  const forget = () => {
    stopped.current = false
    setSaved(null)
    setRun(null)
  }
  return {
    isOpen,
    setOpen,
    call,
    run,
    saved,
    print: people => {
      forget()
      void call.run(() => printPortions(people, setRun, () => stopped.current))
    },
    stop: () => {
      stopped.current = true
    },
    save: async people => {
      forget()
      const asked = { request: newRequestId(), applications: [...people] }
      const done = await call.run(() => window.desk.talonSaveMany(asked))
      setSaved(done?.saved ?? null)
    },
  }
}

async function printPortions(
  people: readonly EntityId[],
  tell: (run: TalonRun | null) => void,
  isStopped: () => boolean,
): Promise<Result<null>> {
  const settings = await window.desk.settingsGet({})
  if (!settings.ok) return settings
  const portion = PORTIONS[settings.value.talon.shape]
  let run: TalonRun = { state: 'running', printed: 0, total: people.length, unsure: [] }
  for (let at = 0; at < people.length && run.state === 'running'; at += portion) {
    tell(isStopped() ? { ...run, state: 'stopped' } : run)
    if (isStopped()) return ok(null)
    const asked = { request: newRequestId(), applications: people.slice(at, at + portion) }
    const done = await window.desk.talonPrintMany(asked)
    // What was printed before stands in the journal; the error is told beside it.
    if (!done.ok) tell({ ...run, state: 'stopped' })
    if (!done.ok) return done
    const { state, printed, unsure } = done.value
    run = {
      ...run,
      state: state === 'done' ? 'running' : state,
      printed: run.printed + printed.length,
      unsure: [...run.unsure, ...unsure],
    }
  }
  tell(run.state === 'running' ? { ...run, state: 'done' } : run)
  return ok(null)
}
