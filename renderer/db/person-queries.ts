import { parsePhone } from '#shared/applicant/phone.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { LIKELY } from '#shared/repeat/find-repeats.ts'
import { likenessOfPrepared } from '#shared/repeat/likeness.ts'
import type { Prepared } from '#shared/repeat/model.ts'
import { prepare } from '#shared/repeat/prepare.ts'
import { isSamePerson } from '#shared/text/person-words.ts'
import { listRow } from './list-rows.ts'
import { findTagged } from './number-search.ts'
import type { QueryContext } from './query-context.ts'
import type { EarlierCase, ParamsOf, PersonTyped } from './query-types.ts'
import { findState, openRecords } from './rows.ts'

type Source = Pick<QueryContext, 'db' | 'sealer' | 'whenIndexed'>

/** Names are looked for among this many; those of another person are then left out. */
const NAMESAKES = 200

/** Letters of a patronymic that both languages begin with. */
const FATHER = 4

/**
 * Earlier cases of the person who is being typed: by number, then by name, the surest first. Of one kind an open case of
 * the same matter comes first, then the newest.
 */
export async function answerEarlier(
  context: Source,
  { person, limit }: ParamsOf<'applications.earlier'>,
): Promise<EarlierCase[]> {
  const cases = new Map<string, EarlierCase>()
  const typed = matterOf(person.essence)
  const add = (by: EarlierCase['by'], records: readonly EntityRecord[]) => {
    const found = records.flatMap(record => casesOf(record, by, typed)).filter(one => !cases.has(one.row.id))
    for (const one of found.sort(pressingFirst)) cases.set(one.row.id, one)
  }
  const phone = parsePhone(person.phone)
  add('iin', await findTagged(context, textsOf('iin', person.iin.replace(/\D/g, ''))))
  add('bin', await findTagged(context, textsOf('bin', person.bin.replace(/\D/g, ''))))
  add('phone', await findTagged(context, phone.ok ? textsOf('phone', phone.value) : []))
  if (cases.size < limit) add('name', await findNamesakes(context, person))
  return [...cases.values()].slice(0, limit)
}

/** Those of the same name as far as it was typed on both sides: a patronymic may be missing on either. */
async function findNamesakes(context: Source, person: PersonTyped): Promise<EntityRecord[]> {
  const { surname, given, patronymic } = person
  if (surname.trim() === '' || given.trim() === '') return []
  const index = await context.whenIndexed()
  const fathers = patronymic.trim() === '' ? [''] : [patronymic, patronymic.trim().slice(0, FATHER), '']
  const texts = fathers.map(father => `${surname} ${given} ${father}`)
  const ids = new Set(texts.flatMap(text => index.searchNear(text, NAMESAKES)).map(({ id }) => id))
  const rows = (await context.db.applications.bulkGet([...ids])).filter(row => row !== undefined && row.day >= 0)
  const records = await openRecords(context.sealer, rows as Exclude<(typeof rows)[number], undefined>[])
  return records.filter(record => {
    const personal = findState('application', record)?.personal ?? null
    return personal !== null && isSamePerson(person, personal)
  })
}

function casesOf(record: EntityRecord, by: EarlierCase['by'], typed: Prepared): EarlierCase[] {
  const essence = findState('application', record)?.personal?.essence ?? ''
  const sameMatter = likenessOfPrepared(typed, matterOf(essence)).score >= LIKELY
  return listRow(record).map(row => ({ row, essence, by, sameMatter }))
}

/** What is being typed is filed under nothing yet: the words alone are compared. */
function matterOf(essence: string): Prepared {
  return prepare({ essence, topic: '', subtopic: '', district: '', language: '', registered: '' })
}

function pressingFirst(a: EarlierCase, b: EarlierCase): number {
  return Number(isPressing(b)) - Number(isPressing(a)) || b.row.day - a.row.day || (a.row.id < b.row.id ? 1 : -1)
}

function isPressing({ row, sameMatter }: EarlierCase): boolean {
  return sameMatter && row.status === 'open'
}

function textsOf(name: string, value: string): string[] {
  return value === '' ? [] : [`${name}:${value}`]
}
