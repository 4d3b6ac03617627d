import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { Confirm } from '../../components/Confirm.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

type Import = EntityState<'import'>

const NOTHING = {}

/** What was brought in, newest first; each import can be taken back as a whole. */
export function ImportHistory() {
  const { t } = useWords()
  const imports = useRows('imports.all', NOTHING)
  const [asked, setAsked] = useState<Import | null>(null)
  if (imports === undefined) return null
  return (
    <Card title={t('import.history.title')}>
      {imports.length === 0 ? (
        <EmptyScreen title={t('import.history.none')} sentence={t('import.history.none_sentence')} />
      ) : (
        <ul className="rows">
          {imports.map(one => (
            <HistoryLine key={one.id} one={one} onUndo={() => setAsked(one)} />
          ))}
        </ul>
      )}
      {asked === null ? null : <TakeBack one={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

function HistoryLine({ one, onUndo }: { one: Import; onUndo: () => void }) {
  const { t, dates } = useWords()
  const { started, finished, startedAt, status } = one
  const day = PlainDate.safeParse(startedAt?.slice(0, 10))
  const journal = started?.kind === 'journal'
  return (
    <li>
      <div className="grow">
        <b>{started?.fileName ?? ''}</b>{' '}
        <span className="mute">{journal ? t('import.journal.title') : t('import.officials.title')}</span>
        <div className="mute">
          {day.success ? screenDate(day.data, dates) : ''}
          {finished === null
            ? ''
            : ` \u00b7 ${t('import.history.counts', { kept: finished.kept, already: finished.already, marked: finished.marked, skipped: finished.skipped })}`}
        </div>
      </div>
      <ImportState one={one} />
      {journal && status !== 'undone' ? (
        <Button variant="default" onClick={() => goTo('applications', { batch: one.key })}>
          {t('import.see_all')}
        </Button>
      ) : null}
      {status === 'running' || status === 'finished' ? (
        <Button variant="default" onClick={onUndo}>
          {t('import.undo')}
        </Button>
      ) : null}
    </li>
  )
}

function ImportState({ one }: { one: Import }) {
  const { t } = useWords()
  if (one.status === 'undone') return <Badge tone="plain">{t('import.state.undone')}</Badge>
  if (one.status === 'running') return <Badge tone="amber">{t('import.state.cut_short')}</Badge>
  return one.finished?.stopped ? (
    <Badge tone="amber">{t('import.state.stopped')}</Badge>
  ) : (
    <Badge tone="green">{t('import.state.finished')}</Badge>
  )
}

function TakeBack({ one, onClose }: { one: Import; onClose: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const params = useMemo(() => ({ filter: { batch: one.key }, after: null, limit: 1 }), [one.key])
  // One that was cut short told nothing at its end: what stands is counted.
  const standing = useRows('applications.page', params)?.total ?? 0
  const undo = async () => {
    if ((await call.run(() => window.desk.importUndo({ batch: one.key }))) !== null) onClose()
  }
  return (
    <Confirm
      title={t('import.undo.title')}
      act={t('import.undo')}
      call={call}
      danger
      onAct={() => void undo()}
      onClose={onClose}
    >
      <p>{t('import.undo.sentence', { file: one.started?.fileName ?? '', count: one.finished?.kept ?? standing })}</p>
    </Confirm>
  )
}
