import type { Language } from '#shared/application/model.ts'
import type { WorkCalendar } from '#shared/calendar/model.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import type { Office, ProfileId } from '#shared/office/model.ts'
import type { Bilingual, Official } from '#shared/official/model.ts'
import { calendarFeed } from '#shared/posting/calendar-feed.ts'
import { markOf, type PublicReception, publicReceptions, publicSchedule } from '#shared/posting/public-schedule.ts'
import type { SheetTexts } from '#shared/posting/sheet-texts.ts'
import { sitePage } from '#shared/posting/site-page.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { type PostedSheet, postedSheet } from '#shared/schedule/posted-sheet.ts'
import type { ApprovedSchedule } from '#shared/schedule/transitions.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { type PlainDate, type Quarter, rangeOfMonth } from '#shared/time/plain-date.ts'
import { dateWords, translator } from '../i18n.ts'
import type { ArchiveFile } from './site-archive.ts'

/** What the files for the site are made of: all versions of each month, the last of which stands. */
export interface SiteInput {
  readonly months: readonly (readonly ApprovedSchedule[])[]
  readonly quarter: Quarter | null
  readonly officials: readonly Official[]
  readonly office: Office
  readonly calendar: WorkCalendar
  readonly today: PlainDate
  /** Instant of the files, milliseconds. */
  readonly madeAt: number
}

const SOURCES = { 'WKO-2020/2023': 'profile.wko.source', 'KZ-2026': 'profile.kz.source' } as const satisfies Record<
  ProfileId,
  string
>

/** The page, the data and the calendar of what stands. Nothing of any applicant goes in: there is none in a schedule. */
export function siteFiles(input: SiteInput): ArchiveFile[] {
  const { officials, office } = input
  const standing = input.months.flatMap(versions => versions.at(-1) ?? [])
  const schedule = publicSchedule(standing, officials, office)
  const sheets = standing.map((version, at) => sheetOf(version, schedule.months[at]?.digest ?? '', input))
  const [first, ...more] = sheets
  if (first === undefined) throw new RangeError('no month to make public')
  const feed = calendarFeed({
    schedule,
    dropped: droppedOf(input),
    sequence: input.months.reduce((sum, versions) => sum + versions.length - 1, 0),
    madeAt: new Date(input.madeAt).toISOString(),
    texts,
  })
  const page = sitePage({
    sheets: [first, ...more],
    madeOn: inBoth(language => officialDate(input.today, dateWords(language))),
    texts,
  })
  return [
    { name: 'index.html', bytes: Buffer.from(page, 'utf8') },
    { name: 'schedule.json', bytes: Buffer.from(`${JSON.stringify(schedule, null, 2)}\n`, 'utf8') },
    { name: 'receptions.ics', bytes: Buffer.from(feed, 'utf8') },
  ]
}

/** The sheets that go along as PDF: the annex of a quarter under the rules of 2026, else a sheet for each month. */
export function siteSheets(input: SiteInput): { readonly name: string; readonly job: SheetJob }[] {
  const { quarter, office, calendar } = input
  const officials = [...input.officials]
  const months = input.months
    .flatMap(versions => versions.at(-1) ?? [])
    .map(version => ({ schedule: version.schedule, approved: { by: version.approvedBy, on: version.approvedOn } }))
  if (quarter !== null && isAnnexed(input)) {
    return [
      {
        name: `schedule-${quarter}.pdf`,
        job: { kind: 'annex', paper: 'A4', quarter, months, officials, office, calendar },
      },
    ]
  }
  return months.map(month => ({
    name: `schedule-${month.schedule.month}.pdf`,
    job: { kind: 'schedule', paper: 'A4', ...month, officials, office, calendar },
  }))
}

/** Receptions of any earlier version that stand no longer, each as it was last. */
function droppedOf({ months, officials }: SiteInput): PublicReception[] {
  return months.flatMap(versions => {
    const known = new Map<string, PublicReception>()
    for (const { schedule } of versions.slice(0, -1)) {
      for (const one of publicReceptions(schedule, officials)) known.set(one.id, one)
    }
    const standing = versions.at(-1)
    for (const { id } of standing ? publicReceptions(standing.schedule, officials) : []) known.delete(id)
    return [...known.values()]
  })
}

function sheetOf(version: ApprovedSchedule, digest: string, input: SiteInput): PostedSheet {
  const { officials, office, calendar } = input
  const profile = profileOn(office, rangeOfMonth(version.schedule.month).from)
  return postedSheet({
    schedule: version.schedule,
    officials,
    office,
    calendar,
    approvedOn: version.approvedOn,
    profile,
    source: texts(SOURCES[profile]),
    words: { kk: dateWords('kk'), ru: dateWords('ru') },
    mark: markOf(digest),
  })
}

function isAnnexed({ office, months }: SiteInput): boolean {
  return months.every(versions => {
    const month = versions.at(-1)?.schedule.month
    return month !== undefined && profileOn(office, rangeOfMonth(month).from) === 'KZ-2026'
  })
}

const texts: SheetTexts<string> = (key, params = {}) =>
  inBoth(language =>
    translator(language)(
      key,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]),
      ),
    ),
  )

function inBoth(text: (language: Language) => string): Bilingual {
  return { kk: text('kk'), ru: text('ru') }
}
