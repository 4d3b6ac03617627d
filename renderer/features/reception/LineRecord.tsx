import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { MOST_LISTED } from '#shared/ipc/documents.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { recordOfDay, sumsOf } from '#shared/visit/queue-record.ts'
import { useRows } from '../../app/use-rows.ts'
import { GiveOutButtons } from '../../components/GiveOutButtons.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ALL, ANYONE } from './line.ts'
import { useLineSheet } from './line-sheet.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { RECORD_WORDS } from './visit-words.ts'

const NOTHING = {}

/** Every call of the day in the line that is looked at, with its reason: on paper numbers alone, in the office's own file the notes too. */
export function LineRecord({ day }: { day: ReceptionDay }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('reception.record')}
      </Button>
      <Modal
        opened={isOpen}
        size={720}
        onClose={() => setOpen(false)}
        title={<b>{t('reception.record')}</b>}
        closeButtonProps={{ 'aria-label': t('act.close') }}
      >
        <RecordOfDay day={day} />
      </Modal>
    </>
  )
}

function RecordOfDay({ day }: { day: ReceptionDay }) {
  const { t, dates } = useWords()
  const sheet = useLineSheet()
  const record = callsOf(day)
  const { rows, notes } = useRecordRows(day, record)
  const { promise } = day.rule
  const { longest, past, byReason } = sumsOf(record, promise)
  const sums = t('reception.record.sums', { promise, longest, past, byHand: byReason.by_hand })
  const title = t('reception.record.day', { title: t('reception.record'), date: screenDate(day.today, dates) })
  const columns = [
    t('reception.record.time'),
    t('visit.column.ticket'),
    t('visit.column.official'),
    t('visit.column.room'),
    t('visit.column.reason'),
    t('reception.record.waited'),
    t('reception.record.by'),
  ]
  const print = () => sheet.print({ title, columns, rows, told: sums }, `calls-${day.today}.pdf`)
  const write = () =>
    sheet.write(
      {
        title,
        columns: [...columns, t('reception.record.note')],
        rows: rows.map((row, at) => [...row, notes[at] ?? '']),
      },
      `calls-${day.today}.xlsx`,
    )
  return (
    <div className="card-body">
      <p>{sums}</p>
      <p className="mute">{t('reception.record.sentence')}</p>
      {rows.length > MOST_LISTED ? (
        <Notice tone="amber">{t('reception.record.too_many', { most: MOST_LISTED })}</Notice>
      ) : null}
      <SavedNotice saved={sheet.saved} />
      <ErrorNotice error={sheet.call.error} />
      <div className="buttons">
        <GiveOutButtons
          busy={sheet.call.busy}
          isTooLong={rows.length > MOST_LISTED}
          onPrint={() => void print()}
          onWrite={() => void write()}
        />
      </div>
    </div>
  )
}

/** The calls in the line that is looked at: of who was sent on later, where they were made. */
function callsOf({ visits, line }: ReceptionDay) {
  return recordOfDay(visits).filter(({ officialId }) => line === ALL || (officialId ?? ANYONE) === line)
}

function useRecordRows(day: ReceptionDay, record: ReturnType<typeof recordOfDay>) {
  const { t, language } = useWords()
  const users = useRows('users.all', NOTHING)
  const rows = record.map(({ at, ticket, officialId, room, reason, waited, user, undone }) => {
    const official = day.officials.find(({ id }) => id === officialId)
    const why = t(RECORD_WORDS[reason])
    return [
      at,
      ticket,
      official === undefined ? t('reception.anyone') : officialName(official, language),
      room,
      undone ? t('reception.record.undone', { reason: why }) : why,
      String(waited),
      users?.find(one => one.user?.id === user)?.user?.name ?? '',
    ]
  })
  return { rows, notes: record.map(({ note }) => note) }
}
