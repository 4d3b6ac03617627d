import { Button } from '@mantine/core'
import { MOST_LISTED } from '#shared/ipc/documents.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { type BoardLine, peopleInHouse } from './board.ts'
import { useLineSheet } from './line-sheet.ts'
import { TalonsButton } from './TalonsOfDay.tsx'
import { useBoardWords } from './use-board-words.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import type { DayTalons } from './use-talons-of-day.ts'
import { ticketOf } from './use-visit-work.ts'
import { STATUS_WORDS } from './visit-words.ts'

/** What is printed of a running day by numbers alone: who is in the building, and whom a runner fetches next to each room. */
export function DaySheets({
  day,
  lines,
  talons,
}: {
  day: ReceptionDay
  lines: readonly BoardLine[]
  /** Null: they are opened elsewhere. */
  talons: DayTalons | null
}) {
  const { t } = useWords()
  const sheet = useLineSheet()
  const people = usePeopleRows(day)
  const runner = useRunnerRows(lines)
  const { told, dated } = useTold(day)
  const printPeople = () =>
    void sheet.print(
      {
        title: dated(t('people_here.title')),
        columns: [
          t('visit.column.ticket'),
          t('visit.column.official'),
          t('visit.column.room'),
          t('people_here.since'),
          t('visit.column.state'),
        ],
        rows: people,
        told: told(people.length),
      },
      `people-${day.today}.pdf`,
    )
  const printRunner = () =>
    void sheet.print(
      {
        title: dated(t('lanes.runner')),
        columns: [t('visit.column.room'), t('visit.column.official'), t('board.waiting'), t('lanes.next')],
        rows: runner,
        told: told(people.length),
      },
      `runner-${day.today}.pdf`,
    )
  return (
    <>
      <SavedNotice saved={sheet.saved} />
      <ErrorNotice error={sheet.call.error} />
      {people.length > MOST_LISTED ? (
        <Notice tone="amber">{t('people_here.too_many', { most: MOST_LISTED })}</Notice>
      ) : null}
      <div className="line-head line-foot">
        <span>{told(people.length)}</span>
        <span className="space" />
        {talons === null ? null : <TalonsButton talons={talons} />}
        <Button
          variant="default"
          loading={sheet.call.busy}
          disabled={people.length > MOST_LISTED}
          onClick={printPeople}
        >
          {t('people_here.print')}
        </Button>
        <Button variant="default" loading={sheet.call.busy} disabled={lines.length === 0} onClick={printRunner}>
          {t('lanes.print')}
        </Button>
      </div>
    </>
  )
}

function useTold({ today, now }: ReceptionDay) {
  const { t, dates } = useWords()
  return {
    told: (count: number) => t('people_here.told', { count, time: now }),
    dated: (title: string) => t('reception.record.day', { title, date: screenDate(today, dates) }),
  }
}

/** Numbers, rooms and times: no name ever hangs in a hall. */
function usePeopleRows({ visits, officials }: ReceptionDay): string[][] {
  const { t, language } = useWords()
  return peopleInHouse(visits).map(visit => {
    const { status, checkIn, call, arrivedAt } = visit.state
    const official = officials.find(({ id }) => id === checkIn?.officialId)
    const isInside = status === 'called' || status === 'served'
    return [
      ticketOf(visit),
      official === undefined ? t('reception.anyone') : officialName(official, language),
      isInside ? (call?.room ?? '') : t('people_here.hall'),
      arrivedAt === null ? '' : officeTime(Date.parse(arrivedAt)),
      t(STATUS_WORDS[status].key),
    ]
  })
}

function useRunnerRows(lines: readonly BoardLine[]): string[][] {
  const { nameOf } = useBoardWords()
  return lines.map(line => [line.room, nameOf(line), String(line.waiting), line.next.map(ticketOf).join(', ')])
}
