import type { Action, ActionId } from '#shared/change/action.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { canonicalJson } from '#shared/posting/public-schedule.ts'
import { type PublishedUnit, publishedUnits } from '#shared/posting/publication.ts'
import { MANIFEST_NAME, type PublishedMonth, type SiteManifest } from '#shared/posting/site-manifest.ts'
import { markedVersions } from '#shared/posting/standing.ts'
import { foldSchedule, type ScheduleState } from '#shared/schedule/transitions.ts'
import { type PlainDate, type PlainMonth, plainDate } from '#shared/time/plain-date.ts'
import { findCalendar } from '../desk/office-calendar.ts'
import { officeDate } from '../desk/office-date.ts'
import { activeOfficials, findOffice, type OpenDesk } from '../desk/open-desk.ts'
import { type SiteInput, siteFiles, siteSheets } from '../files/site-files.ts'
import type { NamedFile } from '../journal/atomic-file.ts'
import { readableActionsOf } from '../journal/readable.ts'
import { digestOf } from './place.ts'

/** A month of an edition with the act its version was made by. */
export interface EditionMonth extends PublishedMonth {
  readonly action: ActionId
}

/** Files as they are published, the page and the list last, and the digest of the list. */
export interface MadeEdition {
  readonly manifest: SiteManifest
  readonly digest: string
  readonly files: readonly NamedFile[]
}

/** All that is to stand on the site, as the journal has it. Equal acts give an equal `id`, whoever makes it and when. */
export interface Edition {
  readonly id: string
  readonly months: readonly EditionMonth[]
  readonly latest: string
  /** The page, the data and the calendar; `madeAt`: instant, milliseconds, that stands in them. */
  texts(madeAt: number): readonly NamedFile[]
  /** Names of the sheets that go along. */
  readonly sheets: readonly string[]
  /** Makes all the bytes once: another try sends the same. Throws ExpectedError `sheet.*`. */
  make(madeAt: number): Promise<MadeEdition>
}

/** Prints a sheet to a checked PDF. Throws ExpectedError `sheet.*`. */
export type PrintSheet = (job: SheetJob) => Promise<Uint8Array>

/** Nouns the files are made of; an import that was taken back takes its officials along. */
const NOUNS = ['schedule', 'office', 'official', 'calendar', 'import'] as const

/** Changes whenever something was written that the files are made of. */
export function headsOf({ journal }: Pick<OpenDesk, 'journal'>, today: PlainDate): string {
  const heads = NOUNS.flatMap(noun => journal.entitiesOf(noun).map(entity => journal.headOf(entity)))
  return [today.slice(0, 7), ...heads.sort()].join(' ')
}

/** What is to stand on the site on a day, or null: nothing that stands approved is of this month or later. */
export async function findEdition(desk: OpenDesk, today: PlainDate, print: PrintSheet): Promise<Edition | null> {
  const office = await findOffice(desk)
  if (office === null) return null
  const known = await approvedMonths(desk)
  const units = publishedUnits([...known.keys()], office, today)
  if (units.length === 0) return null
  const officials = await activeOfficials(desk)
  const months = units
    .flatMap(unit => unit.months)
    .sort()
    .flatMap(month => known.get(month) ?? [])
  const calendar = await findCalendar(desk)
  const input = {
    months: months.map(({ state }) => state.versions),
    quarter: null,
    officials,
    office,
    calendar,
  }
  const sheets = units.flatMap(unit => sheetsOf(unit, known, { ...input, ...UNDATED }))
  const id = digestOf(
    Buffer.from(canonicalJson([siteFiles({ ...input, ...UNDATED }).map(file => textOf(file)), sheets])),
  )
  const edition = {
    id,
    months: months.flatMap(({ actions, state }) => {
      const standing = markedVersions(state, { officials, office }).at(-1)
      if (standing === undefined) return []
      const { number, mark, version } = standing
      const stamp = actions.find(one => one.id === version.action)?.stamp.slice(0, 22) ?? ''
      const { approvedOn, action } = version
      return [{ month: version.schedule.month, number, approvedOn, mark, stamp, action }]
    }),
    latest: await latestOf(desk, months),
  }
  const texts = (madeAt: number) => siteFiles({ ...input, today: officeDate(madeAt), madeAt })
  let made: MadeEdition | null = null
  return {
    ...edition,
    texts,
    sheets: sheets.map(({ name }) => name),
    async make(madeAt) {
      if (made !== null) return made
      const files = texts(madeAt)
      for (const { name, job } of sheets) files.push({ name, bytes: await print(job) })
      made = withManifest(edition, files, madeAt)
      return made
    },
  }
}

const UNDATED = { today: plainDate(1970, 1, 1), madeAt: 0 }

interface KnownMonth {
  readonly month: PlainMonth
  readonly actions: readonly Action[]
  readonly state: ScheduleState
}

async function approvedMonths({ journal }: OpenDesk): Promise<Map<PlainMonth, KnownMonth>> {
  const found = new Map<PlainMonth, KnownMonth>()
  for (const entity of journal.entitiesOf('schedule')) {
    const actions = await readableActionsOf(journal, entity)
    const state = foldSchedule(actions)
    const month = state.approved?.schedule.month
    if (month !== undefined) found.set(month, { month, actions, state })
  }
  return found
}

function sheetsOf({ quarter, months }: PublishedUnit, known: ReadonlyMap<PlainMonth, KnownMonth>, input: SiteInput) {
  return siteSheets({ ...input, quarter, months: months.map(month => known.get(month)?.state.versions ?? []) })
}

/** The stamp of the last act of the office, its people, its calendar or a version: a posting changes nothing of it. */
async function latestOf({ journal }: OpenDesk, months: readonly KnownMonth[]): Promise<string> {
  const stamps = months.flatMap(({ actions }) => actions.filter(isVersion).map(({ stamp }) => stamp.slice(0, 22)))
  for (const noun of NOUNS.filter(one => one !== 'schedule')) {
    for (const entity of journal.entitiesOf(noun)) {
      for (const { stamp } of await readableActionsOf(journal, entity)) stamps.push(stamp.slice(0, 22))
    }
  }
  return stamps.reduce((last, stamp) => (stamp > last ? stamp : last), '')
}

function isVersion({ type }: Action): boolean {
  return type === 'schedule.approved' || type === 'schedule.changed'
}

/** The page goes behind what it belongs to, the list behind all. */
function withManifest(
  { id, months, latest }: Pick<Edition, 'id' | 'months' | 'latest'>,
  files: readonly NamedFile[],
  madeAt: number,
): MadeEdition {
  const ordered = [
    ...files.filter(({ name }) => name !== 'index.html'),
    ...files.filter(({ name }) => name === 'index.html'),
  ]
  const manifest: SiteManifest = {
    format: 'qabyldau.site',
    version: 1,
    edition: id,
    madeAt: new Date(madeAt).toISOString(),
    latest,
    months: months.map(({ action: _, ...month }) => month),
    files: ordered.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: digestOf(bytes) })),
  }
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8')
  return { manifest, digest: digestOf(bytes), files: [...ordered, { name: MANIFEST_NAME, bytes }] }
}

function textOf({ name, bytes }: NamedFile): string {
  return `${name}\n${Buffer.from(bytes).toString('utf8')}`
}
