import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import type { Period } from '#shared/compliance/model.ts'
import { depersonalise, LEAST_ALIKE, type StatisticFact } from '#shared/report/depersonalised.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { StoreClient } from '../../db/client.ts'
import type { JournalPage } from '../../db/journals/model.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCellWords } from '../applications/use-cell-words.ts'
import { STATISTIC_COLUMNS, statisticFact, statisticRow, wholeMonths } from './statistic-rows.ts'
import { PAGE } from './use-journal.ts'
import { type Chosen, WriteDialog } from './WriteDialog.tsx'
import { writeTable } from './write-table.ts'

/** Records of a period without anybody in them, for statistics (Law 94-V, art. 17). */
export function GiveOutStatistics({ period: asked }: { period: Period }) {
  const period = wholeMonths(asked)
  const words = useWords()
  const { t, dates, language } = words
  const { entryOf } = useCellWords()
  const store = useStore()
  const { user } = useDesk().start
  const today = useToday()
  const isWhole = useIsWhole()
  const [isWriting, setWriting] = useState(false)
  const title = t('statistics.title')
  const write = async ({ form, onRows, signal }: Chosen) => {
    const { facts, generalised, suppressed } = depersonalise(await factsOf(store, period, signal))
    const days = t('journals.told.period', { from: screenDate(period.from, dates), to: screenDate(period.to, dates) })
    const made = t('journals.told.made', { date: screenDate(today, dates), name: user?.name ?? '' })
    const notes = [
      t('statistics.note.ground'),
      t('statistics.note.left_out'),
      t('statistics.note.coarse'),
      t('statistics.note.least', { least: LEAST_ALIKE }),
      t('statistics.note.done', { released: facts.length, generalised, suppressed }),
      t('statistics.note.not_back'),
    ]
    const columns = STATISTIC_COLUMNS.map(({ key, kind }) => ({ title: t(`journals.column.${key}`), kind }))
    const rows = facts.map(fact => statisticRow(fact, { entryOf, any: t('statistics.any') }))
    return writeTable({
      form,
      head: { language, title, told: [days, made], columns, notes },
      fileName: `statistics-${period.from}-${period.to}.${form}`,
      parts: [rows],
      about: { what: 'statistics', fields: [] },
      onRows,
      signal,
    })
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUsersGroup size={17} aria-hidden="true" />}
        disabled={!isWhole}
        onClick={() => setWriting(true)}
      >
        {t('statistics.act')}
      </Button>
      {isWriting ? (
        <WriteDialog
          title={title}
          sentence={t('statistics.sentence', { least: LEAST_ALIKE })}
          hasFull={false}
          write={write}
          onClose={() => setWriting(false)}
        />
      ) : null}
    </>
  )
}

async function factsOf(store: StoreClient, { from, to }: Period, signal: AbortSignal): Promise<StatisticFact[]> {
  const facts: StatisticFact[] = []
  for (let after: JournalPage['next'] = null, isEnd = false; !isEnd && !signal.aborted; ) {
    const asked = { journal: 'registrations', from, to, limit: PAGE, after } as const
    const page: JournalPage = await store.query('journals.page', asked)
    facts.push(...page.rows.map(statisticFact))
    after = page.next
    isEnd = after === null
  }
  return facts
}
