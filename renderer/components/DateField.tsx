import { VisuallyHidden } from '@mantine/core'
import { DateInput, type DateInputProps } from '@mantine/dates'
import { type KeyboardEvent, useState } from 'react'
import { monthTitle, screenDate, weekdayShort } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { useWords } from '../i18n/use-words.ts'
import { INTO_SIGHT } from './into-sight.ts'
import { typedDate } from './typed-date.ts'
import { useToday } from './use-office-time.ts'

type Taken = 'value' | 'minDate' | 'maxDate' | 'onClick' | 'onKeyDown' | 'popoverProps' | 'getDayProps'

interface Asked extends Omit<DateInputProps, Taken> {
  readonly value?: string | null
  readonly minDate?: string
  readonly maxDate?: string
}

/**
 * A date, typed day first or picked from a calendar. The calendar opens by a click or by the arrow down, never by mere
 * focus: in a small dialog it would lie over the button that confirms.
 */
export function DateField({ value = null, onBlur, ...rest }: Asked) {
  const words = useCalendarWords()
  const today = useToday()
  // How it was opened outlives its closing: what was opened by keys gives the focus back.
  const [{ opened, byKeys }, setOpen] = useState({ opened: false, byKeys: false })
  const close = () => setOpen({ opened: false, byKeys })
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setOpen({ opened: true, byKeys: true })
    else if (event.key !== 'Tab') close()
    // The key is the calendar's own here, not of the list of fields or of what stands around.
    if (event.key === 'ArrowDown' || (event.key === 'Escape' && opened)) event.preventDefault()
  }
  return (
    <DateInput
      {...rest}
      {...words}
      value={value}
      // Without a parser of its own it reads 05.10 as the tenth of May.
      valueFormat="DD.MM.YYYY"
      dateParser={typedDate}
      maxLevel="year"
      popoverProps={{
        middlewares: INTO_SIGHT,
        shadow: 'md',
        opened,
        onChange: close,
        trapFocus: byKeys,
        returnFocus: byKeys,
      }}
      data-mantine-stop-propagation={opened}
      aria-keyshortcuts="ArrowDown"
      onClick={() => setOpen({ opened: true, byKeys: false })}
      onKeyDown={pressed}
      onBlur={event => {
        onBlur?.(event)
        if (!byKeys) close()
      }}
      getDayProps={day => ({
        'data-mantine-stop-propagation': true,
        'data-autofocus': day === firstDay(value ?? today, rest.minDate, rest.maxDate) || undefined,
        onClick: close,
        onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault(),
      })}
    />
  )
}

/** Names of what is pressed in the calendar, its months and days as the screen says them. */
function useCalendarWords() {
  const { t, dates } = useWords()
  return {
    ariaLabels: {
      previousMonth: t('schedule.month_before'),
      nextMonth: t('schedule.month_after'),
      previousYear: t('date.year_before'),
      nextYear: t('date.year_after'),
    },
    monthLabelFormat: (day: string) => (
      <>
        {monthTitle(PlainMonth.parse(day.slice(0, 7)), dates)}
        <VisuallyHidden>: {t('date.choose_month')}</VisuallyHidden>
      </>
    ),
    weekdayFormat: (day: string) => weekdayShort(PlainDate.parse(day.slice(0, 10)), dates),
    getDayAriaLabel: (day: string) => screenDate(PlainDate.parse(day.slice(0, 10)), dates),
  }
}

/** The day the keys begin at: the nearest one that may be chosen. */
function firstDay(day: string, from = day, to = day): string {
  if (day < from) return from
  return day > to ? to : day
}
