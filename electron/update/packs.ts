import { z } from 'zod'
import { isSameYear, restingOn } from '#shared/calendar/changes.ts'
import { type FileReading, readCalendarText } from '#shared/calendar/file.ts'
import { YearSet } from '#shared/calendar/model.ts'
import { type Action, type EntityId, entityId, type Intent } from '#shared/change/action.ts'
import type { ChangedTemplate } from '#shared/ipc/updates.ts'
import { templateFaults } from '#shared/letter/template-faults.ts'
import { foldTemplate, templateKey } from '#shared/letter/template-transitions.ts'
import { findTemplate } from '#shared/letter/templates.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import { type PackTemplate, readLettersText } from '#shared/update/letters-file.ts'
import { compareVersions, Version } from '#shared/update/version.ts'
import type { Act, Actor } from '../desk/act.ts'
import { actionsOf, DATES, demandTemplate } from '../desk/letters.ts'
import { findCalendar } from '../desk/office-calendar.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import type { FileSystem } from '../journal/file-system.ts'

/** What a pack of data would do: shown to a person, and the acts that do it. */
export interface PackContent {
  readonly calendar: FileReading | null
  readonly letters: readonly ChangedTemplate[] | null
  readonly intents: readonly Intent[]
}

/** The years of a pack as a person sees them, and those that differ from the office's as acts on what stands now. */
export async function calendarContent(desk: OpenDesk, text: string): Promise<PackContent> {
  const reading = unwrap(readCalendarText(text))
  const calendar = await findCalendar(desk)
  const kept = (year: number) => calendar.years.find(one => one.year === year) ?? null
  const changed = reading.years.filter(({ year }) => !isSameYear(year, kept(year.year)))
  const intents = changed.map(({ year, act }): Intent => {
    const set = YearSet.safeParse({ year: restingOn(year, act), act })
    // A year that is final without what it rests on is refused as by hand.
    if (!set.success) throw new ExpectedError('update.content')
    const entity = entityId('calendar', String(year.year))
    return { entity, type: 'calendar.year_set', basedOn: headOf(desk, entity), body: set.data }
  })
  return { calendar: reading, letters: null, intents: reading.problems.length === 0 ? intents : [] }
}

/** The texts of a pack that differ from those in use. Throws `update.letters_faulty` (count) where one could not be kept by hand. */
export async function lettersContent(desk: OpenDesk, text: string): Promise<PackContent> {
  const templates = unwrap(readLettersText(text))
  const faulty = templates.filter(one => templateFaults(one.kind, one.template, DATES).length > 0)
  if (faulty.length > 0) throw new ExpectedError('update.letters_faulty', { count: faulty.length })
  const letters: ChangedTemplate[] = []
  const intents: Intent[] = []
  for (const one of templates) {
    const entity = entityId('template', templateKey(one.kind, one.profile))
    const before = findTemplate(one.kind, one.profile, [foldTemplate(await actionsOf(desk.journal, entity))])?.template
    if (before === undefined || isSameTemplate(before, one.template)) continue
    letters.push({ ...one, before })
    intents.push({ entity, type: 'template.set', basedOn: headOf(desk, entity), body: one })
  }
  return { calendar: null, letters, intents }
}

function isSameTemplate(a: PackTemplate['template'], b: PackTemplate['template']): boolean {
  const textOf = ({ heading, paragraphs }: PackTemplate['template']) =>
    JSON.stringify([heading.kk, heading.ru, ...paragraphs.map(one => [one.kk, one.ru, one.optional])])
  return textOf(a) === textOf(b)
}

/** Records what a person saw and accepted, by the rules of what is set by hand; all of it or nothing. */
export async function acceptIntents(desk: OpenDesk, intents: readonly Intent[], actor: Actor): Promise<Action[]> {
  return desk.gate.inTurn(async actNow => {
    const acts: Act[] = intents.map(intent => {
      if (intent.type === 'template.set') demandTemplate(intent, intent.body as PackTemplate)
      return { intent }
    })
    return actNow(acts, actor)
  })
}

function headOf({ journal }: OpenDesk, entity: EntityId): Intent['basedOn'] {
  return journal.has(entity) ? journal.headOf(entity) : null
}

const Accepted = z.record(z.string(), Version)

/** Which version of each pack was accepted here: an older one is not taken after it. */
export async function acceptedPacks(files: FileSystem, folder: string): Promise<Record<string, string>> {
  try {
    return Accepted.parse(JSON.parse((await files.readFile(`${folder}/packs.json`))?.toString('utf8') ?? '{}'))
  } catch {
    // A person sees what a pack changes anyway.
    return {}
  }
}

/** Throws `update.pack_downgrade` (version, known). */
export async function demandNotOlder(
  files: FileSystem,
  folder: string,
  { name, version }: { readonly name: string; readonly version: string },
): Promise<void> {
  const known = (await acceptedPacks(files, folder))[name]
  if (known !== undefined && compareVersions(version, known) < 0) {
    throw new ExpectedError('update.pack_downgrade', { version, known })
  }
}

/** Remembers a pack that was accepted. */
export async function noteAccepted(
  files: FileSystem,
  folder: string,
  { name, version }: { readonly name: string; readonly version: string },
): Promise<void> {
  const next = { ...(await acceptedPacks(files, folder)), [name]: version }
  await files.makeFolder(folder)
  await writeAtomically(files, `${folder}/packs.json`, Buffer.from(`${JSON.stringify(next)}\n`))
}
