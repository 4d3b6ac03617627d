import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ActionId } from '#shared/change/action.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { narrativeFaults } from '#shared/report/parity.ts'
import type { Narrative } from '#shared/report/report-paper.ts'
import { ok, type Result } from '#shared/result/result.ts'
import type { Quarter } from '#shared/time/plain-date.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useBothDates } from '../letters/use-both-dates.ts'
import { DraftWriter } from '../register/draft-writer.ts'
import { Counting } from './Counting.tsx'
import { NarrativeFields } from './NarrativeFields.tsx'
import { draftNameOf, draftReport, typedNarrative } from './report-draft.ts'
import { useWatched } from './use-watched.ts'

interface Asked {
  readonly quarter: Quarter
  readonly head: ActionId | null
  readonly onClose: () => void
}

/** The words of the report before it is frozen: proposed from the figures, edited in both languages, compared as they are typed. */
export function Freezing({ quarter, head, onClose }: Asked) {
  const { t } = useWords()
  const { step, isStopped, watch, stop } = useWatched()
  const { narrative, write, drop, propose } = useKeptNarrative(quarter, watch)
  const words = useBothDates()
  const store = useStore()
  const { start } = useDesk()
  const call = useCall()
  const [request] = useState(newRequestId)
  if (narrative === undefined) {
    return isStopped ? <Stopped onClose={onClose} /> : <Counting step={step} onStop={stop} />
  }
  const faults = narrativeFaults(narrative, words)
  const freeze = async () => {
    const done = await call.run(async (): Promise<Result<ResultOf<'report.freeze'> | null>> => {
      // Counted anew as it is frozen: what the screen showed may be a moment old.
      const asOf = store.heldCursor()
      const drafted = await watch(watched => draftReport(store, { start, quarter }, watched))
      if (drafted === null) return ok(null)
      const { report } = drafted
      const answer = await window.desk.reportFreeze({ quarter, basedOn: head, request, report, narrative, asOf })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (done === null) return
    await drop()
    onClose()
  }
  return (
    <section className="report-words-form" aria-label={t('report.words.title')}>
      <h3>{t('report.words.title')}</h3>
      <p className="mute">{t('report.words.sentence')}</p>
      <NarrativeFields narrative={narrative} faults={faults} onNarrative={write} />
      {faults.length === 0 ? null : <Notice tone="amber">{t('letter.faults', { count: faults.length })}</Notice>}
      <Counting step={step} onStop={stop} />
      {isStopped ? <Notice tone="sky">{t('report.counting.stopped')}</Notice> : null}
      <ErrorNotice error={call.error} />
      <div className="buttons">
        <Button loading={call.busy} disabled={faults.length > 0} onClick={() => void freeze()}>
          {t('report.papers.freeze_now')}
        </Button>
        <Button variant="default" onClick={() => void propose()}>
          {t('report.words.anew')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('act.close')}
        </Button>
      </div>
    </section>
  )
}

function Stopped({ onClose }: Pick<Asked, 'onClose'>) {
  const { t } = useWords()
  return (
    <div className="buttons">
      <Notice tone="sky">{t('report.counting.stopped')}</Notice>
      <Button variant="default" onClick={onClose}>
        {t('act.close')}
      </Button>
    </div>
  )
}

/** The words as they were typed last, else as the figures propose them; kept soon after each change. */
function useKeptNarrative(quarter: Quarter, watch: ReturnType<typeof useWatched>['watch']) {
  const store = useStore()
  const { start } = useDesk()
  const name = draftNameOf(quarter)
  const [narrative, setNarrative] = useState<Narrative>()
  const [writer] = useState(
    () =>
      new DraftWriter({
        save: value => settled(window.desk.draftSave({ name, value })),
        later: (work, milliseconds) => window.setTimeout(work, milliseconds),
        onSaved: () => undefined,
      }),
  )
  const proposed = async (): Promise<Narrative | null> =>
    (await watch(watched => draftReport(store, { start, quarter }, watched)))?.document.narrative ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the form opens
  useEffect(() => {
    let isCurrent = true
    void typedNarrative(quarter).then(async typed => {
      const first = typed ?? (await proposed())
      if (isCurrent && first !== null) setNarrative(first)
    })
    return () => {
      isCurrent = false
      void writer.flush()
    }
  }, [])
  const write = (next: Narrative) => {
    setNarrative(next)
    writer.change(() => JSON.stringify(next))
  }
  const drop = async () => {
    await writer.end()
    await settled(window.desk.draftDrop({ name }))
  }
  const propose = async () => {
    const anew = await proposed()
    if (anew !== null) write(anew)
  }
  return { narrative, write, drop, propose }
}
