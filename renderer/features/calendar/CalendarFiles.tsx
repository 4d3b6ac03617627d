import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { CalendarYear, WorkCalendar } from '#shared/calendar/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { useCalendarYears } from '../../app/desk-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { calendarTable } from './calendar-table.ts'
import { type CalendarFile, ReadFile } from './ReadFile.tsx'

interface Shown {
  readonly year: CalendarYear
  readonly calendar: WorkCalendar
  readonly kept: WorkCalendar
  readonly onTake: (years: readonly CalendarYear[]) => void
}

/** The years as files: given out for another desk or for people, and read back as a dry run. */
export function CalendarFiles({ year, calendar, kept, onTake }: Shown) {
  const { t } = useWords()
  const call = useCall()
  const set = useCalendarYears()
  const [saved, setSaved] = useState<Saved | null>(null)
  const [file, setFile] = useState<CalendarFile | null>(null)
  const save = async () => {
    const actOf = (number: number) => set?.find(({ key }) => key === String(number))?.versions.at(-1)?.act
    const years = kept.years.map(one => ({ year: one, act: actOf(one.year) ?? { kk: '', ru: '' } }))
    setSaved(await call.run(() => window.desk.calendarSave({ years, fileName: 'calendar.json' })))
  }
  const giveOut = async () => {
    const table = calendarTable(year, t('calendar.keep.title', { year: year.year }), t)
    setSaved(await call.run(() => window.desk.tableSave({ table, fileName: `calendar-${year.year}.xlsx` })))
  }
  const choose = async () => {
    setSaved(null)
    setFile((await call.run(() => window.desk.calendarChoose({})))?.file ?? null)
  }
  return (
    <>
      <Menu trapFocus>
        <Menu.Target>
          <Button variant="default" loading={call.busy} rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {t('calendar.files')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save()}>{t('calendar.file')}</Menu.Item>
          <Menu.Item onClick={() => void giveOut()}>{t('calendar.xlsx')}</Menu.Item>
          <Menu.Item onClick={() => void choose()}>{t('calendar.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorNotice error={call.error} />
      <SavedNotice saved={saved} />
      {file === null ? null : (
        <ReadFile
          file={file}
          calendar={calendar}
          onTake={years => {
            onTake(years)
            setFile(null)
          }}
          onClose={() => setFile(null)}
        />
      )}
    </>
  )
}
