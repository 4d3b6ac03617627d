import { findRepeats, type Repeat } from '#shared/repeat/find-repeats.ts'
import type { Matter, Prepared, Reason } from '#shared/repeat/model.ts'
import { prepare } from '#shared/repeat/prepare.ts'
import type { ApplicationCard, EarlierCase } from '../../../db/query-types.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'

/** An earlier case made ready to be compared. */
type Comparable = Prepared & { readonly found: EarlierCase }

/** As many as a person reads through. */
const MOST = 5

/** Earlier cases of the person that may be on the same matter as a card, the likeliest first; later ones are left out. */
export function earlierMatters(card: ApplicationCard, cases: readonly EarlierCase[]): Repeat<Comparable>[] {
  const { facts, personal, day } = card
  if (facts === null || personal === null || personal.essence === '') return []
  const earlier = cases
    .filter(({ row }) => row.id !== card.id && (day === null || row.day <= day))
    .map(found => ({ ...prepare(matterOf(found.row.facts, found.essence)), found }))
  return findRepeats(prepare(matterOf(facts, personal.essence)), earlier, MOST)
}

function matterOf(facts: EarlierCase['row']['facts'], essence: string): Matter {
  const { topic, district, language, registered } = facts
  return {
    essence,
    topic: topic ?? '',
    subtopic: '',
    district: district ?? '',
    language: language ?? '',
    registered: registered ?? '',
  }
}

/** What people call the kinds of what is compared; all that is not here is a thing. */
const KIND_WORDS: Readonly<Record<string, LocaleKey>> = {
  place: 'repeat.kind.place',
  settlement: 'repeat.kind.place',
  street: 'repeat.kind.street',
  organisation: 'repeat.kind.organisation',
  name: 'repeat.kind.name',
  number: 'repeat.kind.number',
  year: 'repeat.kind.number',
  date: 'repeat.kind.number',
  span: 'repeat.kind.number',
  kin: 'repeat.kind.person',
  people: 'repeat.kind.person',
  wish: 'repeat.kind.wish',
  trouble: 'repeat.kind.trouble',
  word: 'repeat.kind.word',
}

/** What the register says is seen on both cards and is no word of the text. */
const FILED = new Set(['topic', 'subtopic', 'district'])

/** Reasons by what people call their kinds, as they were typed in either text; a word typed alike is said once. */
export function reasonLines(reasons: readonly Reason[]): { word: LocaleKey; texts: string[] }[] {
  const told = reasons.filter(({ kind }) => !FILED.has(kind))
  const groups = Map.groupBy(told, ({ kind }) => KIND_WORDS[kind] ?? 'repeat.kind.thing')
  return [...groups].map(([word, ofKind]) => ({ word, texts: [...new Set(ofKind.map(saidOf))] }))
}

function saidOf({ first, second }: Reason): string {
  return first.toLowerCase() === second.toLowerCase() ? first : `${first} \u2013 ${second}`
}
