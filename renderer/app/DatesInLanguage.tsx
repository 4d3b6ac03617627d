import 'dayjs/locale/kk'
import 'dayjs/locale/ru'
import { DatesProvider } from '@mantine/dates'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'

/** Calendars to pick a date from, in the language of the screen; the week begins on Monday. */
export function DatesInLanguage({ children }: { children: ReactNode }) {
  const { language } = useWords()
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [6, 0] }}>{children}</DatesProvider>
  )
}
