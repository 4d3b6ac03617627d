import type { NumberMark } from './model.ts'
import { FLAT_SIGNS, HOUSE_SIGNS } from './seed-name-signs.ts'
import { MONTHS, MULTIPLES, NUMERALS, SPANS } from './seed-numerals.ts'
import { foldedSet, foldedTable } from './tables.ts'
import { isNumber, type Token } from './tokens.ts'

const NUMBERS = foldedTable(NUMERALS)
const TIMES = foldedTable(MULTIPLES)
const MONTH_STEMS = [...foldedTable(MONTHS)]
const [SPAN, HOUSE, FLAT] = [foldedSet(SPANS), foldedSet(HOUSE_SIGNS), foldedSet(FLAT_SIGNS)]

const YEARS = { first: 1930, last: 2060 }

/** The numbers that stand at a place of a text, in figures or words: of a full date also its year. None where none does. */
export function numbersAt(tokens: readonly Token[], at: number): NumberMark[] {
  const token = tokens[at]
  const typed = token && (isNumber(token) ? token.folded : NUMBERS.get(token.folded))
  if (token === undefined || typed === undefined) return []
  const mark = (kind: NumberMark['kind'], value: string, beside: string[] = []) => ({
    kind,
    value,
    text: token.text,
    beside,
  })
  const date = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed)
  if (date) return [mark('date', `${Number(date[1])}.${Number(date[2])}`), mark('year', date[3] ?? '')]
  if (typed.includes('-')) return [mark('number', typed)]
  const before = tokens[at - 1]?.folded ?? ''
  const after = tokens[at + 1]?.folded ?? ''
  const value = Number(typed.replace(',', '.')) * Number(TIMES.get(after) ?? 1)
  const month = MONTH_STEMS.find(([stem]) => after.startsWith(stem))?.[1]
  if (month !== undefined && value <= 31) return [mark('date', `${value}.${month}`)]
  if (Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last) return [mark('year', String(value))]
  if (SPAN.has(after)) return [mark('span', String(value))]
  if (FLAT.has(before)) return [mark('number', String(value), ['flat'])]
  return [mark('number', String(value), HOUSE.has(before) || HOUSE.has(after) ? ['house'] : [])]
}
