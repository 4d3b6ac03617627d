import type { Bilingual } from '../official/model.ts'
import { escapeText, foldLine } from './fold-line.ts'
import type { PublicReception, PublicSchedule } from './public-schedule.ts'
import type { SheetTexts } from './sheet-texts.ts'

/** Keys of the words of the calendar file. */
export type FeedKey =
  | 'site.calendar.name'
  | 'site.calendar.summary'
  | 'site.calendar.place'
  | 'site.calendar.place_address'
  | 'site.calendar.video'

/** What a calendar file is made of. */
export interface FeedInput {
  readonly schedule: PublicSchedule
  /** Receptions of earlier versions that stand no longer: who took them into a calendar is told they are off. */
  readonly dropped: readonly PublicReception[]
  /** How often the schedule changed: a reader takes the entry with the higher number. */
  readonly sequence: number
  /** Instant of the file, UTC, ISO. */
  readonly madeAt: string
  readonly texts: SheetTexts<FeedKey>
}

/**
 * The receptions as iCalendar (RFC 5545). UID is the reception's own, so a later file changes the entry and does not add
 * one; times are local with their zone, UTC+5 the whole year; each text stands in Kazakh, then in Russian.
 */
export function calendarFeed(input: FeedInput): string {
  const name = bothOf(input.texts('site.calendar.name', { office: input.schedule.office.name }))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qabyldau//Reception schedule//KK',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${input.schedule.timeZone}`,
    ...ZONE,
    ...input.schedule.months.flatMap(({ receptions }) => receptions.flatMap(one => eventOf(one, 'CONFIRMED', input))),
    ...input.dropped.flatMap(one => eventOf(one, 'CANCELLED', input)),
    'END:VCALENDAR',
  ]
  return lines.map(foldLine).join('')
}

/** West Kazakhstan: UTC+5 without summer time. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Oral',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0500',
  'TZOFFSETTO:+0500',
  'TZNAME:+05',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventOf(reception: PublicReception, status: 'CONFIRMED' | 'CANCELLED', input: FeedInput): string[] {
  const { schedule, texts, sequence, madeAt } = input
  const { official, date, from, to, room, mode } = reception
  const { address } = schedule.office
  const place =
    address.kk === '' || address.ru === ''
      ? texts('site.calendar.place', { room })
      : texts('site.calendar.place_address', { room, address })
  const video = texts('site.calendar.video')
  const told = (language: keyof Bilingual) =>
    [official.name[language], official.position[language], mode === 'video' ? video[language] : '']
      .filter(line => line !== '')
      .join('\n')
  return [
    'BEGIN:VEVENT',
    `UID:${reception.id}@reception.qabyldau`,
    `DTSTAMP:${madeAt.replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;TZID=Asia/Oral:${local(date, from)}`,
    `DTEND;TZID=Asia/Oral:${local(date, to)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${status}`,
    `SUMMARY:${escapeText(bothOf(texts('site.calendar.summary', { name: official.name })))}`,
    `LOCATION:${escapeText(bothOf(place))}`,
    `DESCRIPTION:${escapeText(`${told('kk')}\n\n${told('ru')}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function local(date: string, time: string): string {
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}00`
}

function bothOf({ kk, ru }: Bilingual): string {
  return `${kk} / ${ru}`
}
