import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type MatchedRow, matchNumbers, type RowState } from '#shared/eotinish/match.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { useRows } from '../../app/use-rows.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

type NumberFile = NonNullable<ResultOf<'eotinish.choose'>['file']>

const STATE_WORDS: Record<RowState, { readonly key: LocaleKey; readonly tone: 'green' | 'plain' | 'amber' | 'red' }> = {
  new: { key: 'eotinish.row.new', tone: 'green' },
  same: { key: 'eotinish.row.same', tone: 'plain' },
  differs: { key: 'eotinish.row.differs', tone: 'amber' },
  unknown: { key: 'eotinish.row.unknown', tone: 'red' },
  doubled: { key: 'eotinish.row.doubled', tone: 'red' },
  unusual: { key: 'eotinish.row.unusual', tone: 'amber' },
}
const STATES = Object.keys(STATE_WORDS) as RowState[]
/** What only a person decides: it is noted where it was ticked. */
const ASKED: readonly RowState[] = ['differs', 'unusual']

/** A list of numbers from e-Otinish: what it comes to is shown first, then noted at once. */
export function ImportNumbers() {
  const { t } = useWords()
  const call = useCall()
  const [file, setFile] = useState<NumberFile | null>(null)
  const choose = async () => {
    const answer = await call.run(() => window.desk.eotinishChoose({}))
    if (answer?.file != null) setFile(answer.file)
  }
  return (
    <>
      <ErrorNotice error={call.error} />
      <Button variant="default" loading={call.busy} onClick={() => void choose()}>
        {t('eotinish.import')}
      </Button>
      {file === null ? null : <DryRun file={file} onClose={() => setFile(null)} />}
    </>
  )
}

function DryRun({ file, onClose }: { file: NumberFile; onClose: () => void }) {
  const { t } = useWords()
  const params = useMemo(() => ({ rows: file.rows.map(({ number, eotinish }) => ({ number, eotinish })) }), [file])
  const known = useRows('applications.numbered', params)
  const rows = useMemo(() => (known === undefined ? [] : matchNumbers(file.rows, known)), [file, known])
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const { call, note, done } = useNoting()
  const chosen = rows.filter(({ state, row }) => state === 'new' || (ASKED.includes(state) && ticked.has(row)))
  const tick = (row: number) =>
    setTicked(now => new Set(now.has(row) ? [...now].filter(one => one !== row) : [...now, row]))
  return (
    <Modal
      opened
      size={900}
      onClose={onClose}
      title={<b>{t('eotinish.import')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <p className="sentence">{t('eotinish.dry', { name: file.name })}</p>
      <p>
        {STATES.map(state => [state, rows.filter(row => row.state === state).length] as const)
          .filter(([, count]) => count > 0)
          .map(([state, count]) => (
            <span key={state} className={`badge ${STATE_WORDS[state].tone}`}>
              {t(STATE_WORDS[state].key)}: {count}
            </span>
          ))}
      </p>
      {file.unread.length === 0 ? null : (
        <Notice tone="amber">{t('eotinish.unread', { rows: file.unread.slice(0, 20).join(', ') })}</Notice>
      )}
      <Rows rows={rows} ticked={ticked} onTick={tick} />
      <ErrorNotice error={call.error} />
      {done === null ? null : <Notice tone="green">{t('eotinish.noted', { number: done })}</Notice>}
      <div className="buttons">
        <Button loading={call.busy} disabled={chosen.length === 0} onClick={() => void note(chosen)}>
          {t('eotinish.note_many', { number: chosen.length })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('act.close')}
        </Button>
      </div>
    </Modal>
  )
}

function useNoting() {
  const store = useStore()
  const call = useCall()
  const [done, setDone] = useState<number | null>(null)
  const note = async (rows: readonly MatchedRow[]) => {
    const notes = rows.flatMap(({ found, eotinish }) =>
      found === null ? [] : [{ entity: found.id, basedOn: found.head, eotinish }],
    )
    const answer = await call.run(async () => {
      const noted = await window.desk.eotinishNote({ notes })
      if (noted.ok) await store.caughtUp(noted.value.last)
      return noted
    })
    if (answer !== null) setDone(answer.count)
  }
  return { call, note, done }
}

interface RowsShown {
  readonly rows: readonly MatchedRow[]
  readonly ticked: ReadonlySet<number>
  readonly onTick: (row: number) => void
}

function Rows({ rows, ticked, onTick }: RowsShown) {
  const { t } = useWords()
  return (
    <table className="eotinish-rows">
      <thead>
        <tr>
          <th scope="col">{t('column.number')}</th>
          <th scope="col">{t('column.eotinish')}</th>
          <th scope="col">{t('eotinish.comes_to')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, number, eotinish, state, found }) => (
          <tr key={row}>
            <td>{number}</td>
            <td>{eotinish}</td>
            <td>
              <span className={`badge ${STATE_WORDS[state].tone}`}>{t(STATE_WORDS[state].key)}</span>{' '}
              {state === 'differs' ? t('eotinish.stands', { number: found?.eotinish ?? '' }) : null}
              {ASKED.includes(state) ? (
                <label className="eotinish-tick">
                  <input type="checkbox" checked={ticked.has(row)} onChange={() => onTick(row)} />{' '}
                  {state === 'differs' ? t('eotinish.replace') : t('eotinish.note_anyway')}
                </label>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
