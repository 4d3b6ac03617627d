import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ActionId } from '#shared/change/action.ts'
import { narrativeFaults } from '#shared/report/parity.ts'
import type { Narrative } from '#shared/report/report-paper.ts'
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
import { NarrativeFields } from './NarrativeFields.tsx'
import { type Drafted, draftNameOf, draftReport, typedNarrative } from './report-draft.ts'

interface Asked {
  readonly quarter: Quarter
  readonly head: ActionId | null
  readonly onClose: () => void
}

/** The words of the report before it is frozen: proposed from the figures, edited in both languages, compared as they are typed. */
export function Freezing({ quarter, head, onClose }: Asked) {
  const { t } = useWords()
  const { narrative, write, drop, propose } = useKeptNarrative(quarter)
  const words = useBothDates()
  const store = useStore()
  const { start } = useDesk()
  const call = useCall()
  const [request] = useState(newRequestId)
  if (narrative === undefined) return <ErrorNotice error={call.error} />
  const faults = narrativeFaults(narrative, words)
  const freeze = async () => {
    const done = await call.run(async () => {
      // Counted anew as it is frozen: what the screen showed may be a moment old.
      const asOf = store.heldCursor()
      const { report } = await draftReport(store, start, quarter)
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

/** The words as they were typed last, else as the figures propose them; kept soon after each change. */
function useKeptNarrative(quarter: Quarter) {
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
  const proposed = async (): Promise<Narrative> =>
    ((await draftReport(store, start, quarter)) satisfies Drafted).document.narrative
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the form opens
  useEffect(() => {
    let isCurrent = true
    void typedNarrative(quarter).then(async typed => {
      const first = typed ?? (await proposed())
      if (isCurrent) setNarrative(first)
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
  const propose = async () => write(await proposed())
  return { narrative, write, drop, propose }
}
