import type { Say } from './clause-text.ts'
import type { TermUnit } from './model.ts'

/** A Russian noun has three forms after a number; a Kazakh one does not change, its three texts are the same. */
type Form = 'one' | 'few' | 'many'

/** Keys of "15 working days" in each form of the noun. */
export type AmountKey = (typeof AMOUNT_KEYS)[TermUnit][Form]

const AMOUNT_KEYS = {
  working_days: { one: 'amount.working_days.one', few: 'amount.working_days.few', many: 'amount.working_days.many' },
  calendar_days: {
    one: 'amount.calendar_days.one',
    few: 'amount.calendar_days.few',
    many: 'amount.calendar_days.many',
  },
  months: { one: 'amount.months.one', few: 'amount.months.few', many: 'amount.months.many' },
} as const satisfies Record<TermUnit, Record<Form, string>>

/** "15 working days", "2 months". */
export function amountText(
  { amount, unit }: { readonly amount: number; readonly unit: TermUnit },
  say: Say<AmountKey>,
): string {
  return say(AMOUNT_KEYS[unit][formOf(amount)], { number: amount })
}

function formOf(amount: number): Form {
  const [ones, tens] = [amount % 10, amount % 100]
  if (tens >= 11 && tens <= 14) return 'many'
  if (ones === 1) return 'one'
  return ones >= 2 && ones <= 4 ? 'few' : 'many'
}
