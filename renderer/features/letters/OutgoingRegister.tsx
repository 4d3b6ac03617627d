import { TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { MOST_LISTED, type SheetJob } from '#shared/ipc/documents.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { GiveOutButtons } from '../../components/GiveOutButtons.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { typedDate } from '../../components/typed-date.ts'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { LetterRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { addressOfLetter } from './letter-place.ts'
import { OUTGOING_COLUMNS } from './outgoing-columns.ts'

type Range = { readonly from: PlainDate; readonly to: PlainDate }

/** The journal of outgoing letters of a period: on the screen, on paper, as a table. */
export function OutgoingRegister({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const words = useWords()
  const { t } = words
  const range = useRange(narrowed)
  const rows = useRows('letters.signed', range)
  if (rows === undefined) return null
  return (
    <section className="card list" aria-label={t('letters.tab.register')}>
      <div className="filters">
        <Day label={t('letters.from')} day={range.from} onDay={from => turn({ ...range, from })} />
        <Day label={t('letters.to')} day={range.to} onDay={to => turn({ ...range, to })} />
        <span className="mute">{t('letters.total', { count: rows.length })}</span>
        <span className="space" />
        <GiveOutRegister rows={rows} range={range} />
      </div>
      {rows.length === 0 ? (
        <p className="card-body mute">{t('letters.none_signed')}</p>
      ) : (
        <div className="outgoing-box">
          <table className="outgoing">
            <thead>
              <tr>
                {OUTGOING_COLUMNS.map(({ title }) => (
                  <th key={title} scope="col">
                    {t(title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.id} className={row.state.status === 'annulled' ? 'annulled' : ''}>
                  {OUTGOING_COLUMNS.map(({ title, text }, at) => (
                    <td key={title}>
                      {at === 0 ? (
                        <a className="link" href={addressOfLetter(row.id)}>
                          {text(row, words)}
                        </a>
                      ) : (
                        text(row, words)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** The period of the address; this month where it has none. */
function useRange({ from, to }: Readonly<Record<string, string>>): Range {
  const today = useToday()
  return useMemo(() => {
    const month = rangeOfMonth(PlainMonth.parse(today.slice(0, 7)))
    return { from: PlainDate.safeParse(from).data ?? month.from, to: PlainDate.safeParse(to).data ?? month.to }
  }, [from, to, today])
}

function turn({ from, to }: Range): void {
  goTo('letters', { tab: 'register', from, to })
}

function Day({ label, day, onDay }: { label: string; day: PlainDate; onDay: (day: PlainDate) => void }) {
  const [typed, setTyped] = useState(() => day.split('-').toReversed().join('.'))
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={10}
      autoComplete="off"
      error={typedDate(typed) === null}
      onChange={event => {
        setTyped(event.currentTarget.value)
        const read = typedDate(event.currentTarget.value)
        if (read !== null) onDay(read)
      }}
    />
  )
}

function GiveOutRegister({ rows, range }: { rows: readonly LetterRow[]; range: Range }) {
  const words = useWords()
  const { t, language, dates } = words
  const { user } = useDesk().start
  const today = useToday()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const period = t('letters.period', { from: screenDate(range.from, dates), to: screenDate(range.to, dates) })
  const texts = () => rows.map(row => OUTGOING_COLUMNS.map(({ text }) => text(row, words)))
  const write = async () => {
    const table = {
      title: `${t('letters.tab.register')}, ${period}`,
      columns: OUTGOING_COLUMNS.map(({ title }) => t(title)),
      rows: texts(),
    }
    setSaved(await call.run(() => window.desk.tableSave({ table, fileName: 'outgoing.xlsx' })))
  }
  const print = async () => {
    const job: SheetJob = {
      kind: 'list',
      paper: 'A4',
      language,
      title: t('letters.tab.register'),
      columns: OUTGOING_COLUMNS.map(({ title }) => ({ title: t(title), under: false })),
      rows: texts(),
      narrowed: [period],
      printedOn: today,
      printedBy: user?.name ?? '',
    }
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName: 'outgoing.pdf' })))
  }
  return (
    <>
      <GiveOutButtons
        busy={call.busy}
        isTooLong={rows.length > MOST_LISTED}
        onPrint={() => void print()}
        onWrite={() => void write()}
      />
      {rows.length > MOST_LISTED ? <Notice tone="amber">{t('letters.too_many', { most: MOST_LISTED })}</Notice> : null}
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
