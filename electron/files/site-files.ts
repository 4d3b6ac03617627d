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
import type { NamedFile } from '../journal/atomic-file.ts'

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
export function siteFiles(input: SiteInput): NamedFile[] {
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

/** A sheet that goes along: its name and what is printed. */
interface SiteSheet {
  readonly name: string
  readonly job: SheetJob
}

const PAPERS = ['A4', 'A3'] as const

/** The sheets that go along as PDF, on both papers: the annex of a quarter under the rules of 2026, else a sheet for each month. */
export function siteSheets(input: SiteInput): SiteSheet[] {
  const { quarter, office, calendar } = input
  const months = input.months
    .flatMap(versions => versions.at(-1) ?? [])
    .map(version => ({ schedule: version.schedule, approved: { by: version.approvedBy, on: version.approvedOn } }))
  return PAPERS.flatMap((paper): SiteSheet[] => {
    const shared = { paper, officials: [...input.officials], office, calendar }
    if (quarter !== null && isAnnexed(input)) {
      return [{ name: `schedule-${quarter}-${paper}.pdf`, job: { kind: 'annex', quarter, months, ...shared } }]
    }
    return months.map(month => ({
      name: `schedule-${month.schedule.month}-${paper}.pdf`,
      job: { kind: 'schedule', ...month, ...shared },
    }))
  })
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
