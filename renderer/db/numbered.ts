import type { EntityId } from '#shared/change/action.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import type { Numbered } from '#shared/eotinish/match.ts'
import { digitsOf } from '#shared/eotinish/number.ts'
import { findTagged } from './number-search.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { findState, numberText } from './rows.ts'
import { likenessOfLetter, readTypedNumber, type TypedNumber } from './typed-number.ts'

/** How the store knows the rows of a list of numbers: the application by ours, and who else holds that of e-Otinish. */
export async function answerNumbered(
  context: QueryContext,
  { rows }: ParamsOf<'applications.numbered'>,
): Promise<AnswerOf<'applications.numbered'>> {
  const typed = rows.map(({ number }) => readTypedNumber(number))
  const texts = [
    ...typed.flatMap(one => (one === null ? [] : [numberText(one.year, one.serial)])),
    ...rows.flatMap(({ eotinish }) => (digitsOf(eotinish) === '' ? [] : [`eotinish:${digitsOf(eotinish)}`])),
  ]
  const records = await findTagged(context, [...new Set(texts)])
  const holders = new Map(records.flatMap(record => holderOf(record)))
  return rows.map(({ eotinish }, at) => {
    const own = typed[at] ?? null
    const found = own === null ? [] : records.flatMap(record => numberedAs(record, own))
    return { found: found.length === 1 ? (found[0] ?? null) : null, holder: holders.get(digitsOf(eotinish)) ?? null }
  })
}

function holderOf(record: EntityRecord): [string, EntityId][] {
  const digits = digitsOf(findState('application', record)?.personal?.eotinish ?? '')
  return digits === '' ? [] : [[digits, record.id]]
}

/** The application of this very number: the letter is compared as it looks, since two alphabets have it. */
function numberedAs(record: EntityRecord, { letter, year, serial, suffix }: TypedNumber): Numbered[] {
  const state = findState('application', record)
  const head = record.actions.at(-1)?.id
  const own = state?.registered?.number
  if (!own || head === undefined || state?.personal == null || letter === null) return []
  const isOwn = own.year === year && own.serial === serial && own.suffix === suffix
  if (!isOwn || likenessOfLetter(letter, own.letter) !== 0) return []
  return [{ id: record.id, head, eotinish: state.personal.eotinish }]
}
