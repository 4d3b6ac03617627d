/** Beginnings of the names of months 1-12 in both languages, folded; a longer one is listed where a shorter would clash. */
export const MONTH_STEMS: readonly (readonly string[])[] = [
  ['янв', 'кантар'],
  ['фев', 'акпан'],
  ['мар', 'наурыз'],
  ['апр', 'сауир'],
  ['мая', 'маи', 'мамыр'],
  ['июн', 'маусым'],
  ['июл', 'шилде'],
  ['авг', 'тамыз'],
  ['сен', 'кыркуиек'],
  ['окт', 'казан'],
  ['ноя', 'караша'],
  ['дек', 'желтоксан'],
]

/** Words that stand beside a year and say nothing more, folded. */
export const YEAR_WORDS: readonly string[] = ['г', 'ж', 'год', 'года', 'году', 'жыл', 'жылы', 'жылгы', 'жылдын']
