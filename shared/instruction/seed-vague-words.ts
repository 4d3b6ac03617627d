/**
 * Words that put a day in place of a date, as instructions are known to be written; folded where they are looked for. At once
 * is no such word: it says how, and the date says by when.
 */
export const VAGUE_WORDS: readonly string[] = [
  'тез арада',
  'мүмкіндігінше',
  'жақын арада',
  'қысқа мерзімде',
  'белгіленген мерзімде',
  'белгіленген тәртіппен және мерзімде',
  'уақытында',
  'в кратчайшие сроки',
  'в кратчайший срок',
  'в возможно короткий срок',
  'в ближайшее время',
  'в установленный срок',
  'в установленные сроки',
  'по возможности',
  'по мере возможности',
  'в разумный срок',
  'своевременно',
]
