import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { daysOfPeriod, type PeriodCode } from '#shared/analytics/period.ts'
import type { Language } from '#shared/application/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import type { Result } from '#shared/result/result.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { type PlainDate, PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useDirectories } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { wordsOf } from '../../print/words-of.ts'
import { type Names, namesIn } from './analytics-names.ts'
import { officialRows } from './official-rows.ts'

const COLUMNS = ['analytics.page.what', 'analytics.page.value', 'analytics.page.counted'] as const

/** One page for an official before a reception: chosen here, given out in either language. */
export function OfficialSheet({ period, names }: { period: PeriodCode; names: Names }) {
  const { t } = useWords()
  const officials = useOfficials() ?? []
  const today = useToday()
  const [officialId, setOfficial] = useState<string>(officials[0]?.id ?? '')
  const [days, setDays] = useState<'month' | 'period'>('month')
  const { from, to } = days === 'month' ? rangeOfMonth(PlainMonth.parse(today.slice(0, 7))) : daysOfPeriod(period)
  if (officials.length === 0) return null
  return (
    <Card title={t('analytics.page')}>
      <div className="filters analytics-period">
        <NativeSelect
          label={t('analytics.page.official')}
          value={officialId}
          data={officials.map(({ id }) => ({ value: id, label: names.official(id) }))}
          onChange={event => setOfficial(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('analytics.page.days')}
          value={days}
          data={[
            { value: 'month', label: t('analytics.page.this_month') },
            { value: 'period', label: t('analytics.page.period') },
          ]}
          onChange={event => setDays(event.currentTarget.value === 'period' ? 'period' : 'month')}
        />
        <GiveOutPage key={`${officialId} ${days}`} officialId={officialId} from={from} to={to} today={today} />
      </div>
    </Card>
  )
}

interface Asked {
  readonly officialId: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly today: PlainDate
}

function GiveOutPage({ officialId, from, to, today }: Asked) {
  const { t } = useWords()
  const { user } = useDesk().start
  const officials = useOfficials() ?? []
  const directories = useDirectories()
  const store = useStore()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const give = (language: Language) => async () => {
    setSaved(null)
    setSaved(await call.run(() => saveIn(language)))
  }
  const saveIn = async (language: Language): Promise<Result<Saved>> => {
    const page = await store.query('analytics.official', { officialId, from, to, today })
    const words = wordsOf(language)
    const names = namesIn(language, words, { directories, officials })
    const date = (day: PlainDate) => officialDate(day, words.dates)
    const job: SheetJob = {
      kind: 'list',
      paper: 'A4',
      language,
      title: words.t('analytics.page.sheet', { name: names.official(officialId) }),
      columns: COLUMNS.map(title => ({ title: words.t(title), under: false })),
      rows: officialRows(page, { t: words.t, names, date }),
      narrowed: [],
      told: words.t('analytics.page.told', { from: date(from), to: date(to) }),
      printedOn: today,
      printedBy: user?.name ?? '',
    }
    return window.desk.sheetSave({ job, fileName: `official-${from}-${to}-${language}.pdf` })
  }
  return (
    <>
      <Button variant="default" loading={call.busy} onClick={() => void give('kk')()}>
        {t('analytics.note.pdf_kk')}
      </Button>
      <Button variant="default" loading={call.busy} onClick={() => void give('ru')()}>
        {t('analytics.note.pdf_ru')}
      </Button>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
