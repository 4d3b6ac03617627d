import { numberText } from '#shared/application/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { fromDayNumber } from '#shared/time/plain-date.ts'
import type { EarlierCase } from '../../../../db/query-types.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useDimensionWords } from '../../use-dimension-words.ts'

/** The earlier cases as they are chosen from: number, day, what became of it, and how its matter begins. */
export function useCaseOptions(cases: readonly EarlierCase[]): { value: string; label: string }[] {
  const { dates } = useWords()
  const { entryOf } = useDimensionWords()
  return cases.map(({ row, essence }) => ({
    value: row.id,
    label: joined(
      [
        row.number === null ? row.eotinish : numberText(row.number),
        row.day === 0 ? '' : screenDate(fromDayNumber(row.day), dates),
        entryOf('result', row.facts.result) || entryOf('outcome', row.facts.outcome),
        essence.slice(0, BEGINNING),
      ],
      ' \u00b7 ',
    ),
  }))
}

const BEGINNING = 60
