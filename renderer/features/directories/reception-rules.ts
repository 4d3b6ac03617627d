import { ReceptionRule } from '#shared/official/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Translate } from '../../i18n/use-words.ts'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const WEEKS = {
  every: 'reception_rule.every',
  first: 'reception_rule.first',
  second: 'reception_rule.second',
  third: 'reception_rule.third',
  fourth: 'reception_rule.fourth',
  last: 'reception_rule.last',
} as const satisfies Record<string, LocaleKey>

/** Every rule of reception days with its words, in the order of a month. */
export function receptionRules(t: Translate): { value: ReceptionRule; label: string }[] {
  const daily = { value: ReceptionRule.parse('daily'), label: t('reception_rule.daily') }
  const others = Object.entries(WEEKS).flatMap(([week, key]) => {
    const words = t(key).split('|')
    return WEEKDAYS.map((day, index) => ({ value: ReceptionRule.parse(`${week}_${day}`), label: words[index] ?? '' }))
  })
  return [daily, ...others]
}
