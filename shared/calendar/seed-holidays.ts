import type { Bilingual } from '../official/model.ts'
import { CalendarYear, type DayMark } from './model.ts'

interface HolidayNames {
  readonly name: Bilingual
  /** The name of a day off that this holiday gives when it falls on a weekend day. */
  readonly moved: Bilingual
}

function names(kk: string, ru: string, movedKk: string, movedRu: string): HolidayNames {
  return { name: { kk, ru }, moved: { kk: movedKk, ru: movedRu } }
}

/** Holidays of Kazakhstan and the names of the days off they give. Terms: law on holidays of 13.12.2001 art. 2, 3, 5. */
const HOLIDAYS = {
  new_year: names('Жаңа жыл', 'Новый год', 'Жаңа жылға байланысты демалыс күні', 'выходной день в связи с Новым годом'),
  orthodox_christmas: names('православиелік Рождество', 'православное Рождество', '', ''),
  womens_day: names(
    'Халықаралық әйелдер күні',
    'Международный женский день',
    'Халықаралық әйелдер күніне байланысты демалыс күні',
    'выходной день в связи с Международным женским днем',
  ),
  constitution_day: names(
    'Қазақстан Республикасының Конституциясы күні',
    'День Конституции Республики Казахстан',
    'Қазақстан Республикасының Конституциясы күніне байланысты демалыс күні',
    'выходной день в связи с Днем Конституции Республики Казахстан',
  ),
  nauryz: names(
    'Наурыз мейрамы',
    'Наурыз мейрамы',
    'Наурыз мейрамына байланысты демалыс күні',
    'выходной день в связи с праздником Наурыз мейрамы',
  ),
  unity_day: names(
    'Қазақстан халқының бірлігі мерекесі',
    'Праздник единства народа Казахстана',
    'Қазақстан халқының бірлігі мерекесіне байланысты демалыс күні',
    'выходной день в связи с Праздником единства народа Казахстана',
  ),
  defender_day: names(
    'Отан қорғаушы күні',
    'День защитника Отечества',
    'Отан қорғаушы күніне байланысты демалыс күні',
    'выходной день в связи с Днем защитника Отечества',
  ),
  victory_day: names(
    'Жеңіс күні',
    'День Победы',
    'Жеңіс күніне байланысты демалыс күні',
    'выходной день в связи с Днем Победы',
  ),
  kurban_ait: names('Құрбан айттың бірінші күні', 'первый день Курбан-айта', '', ''),
  capital_day: names(
    'Астана күні',
    'День столицы',
    'Астана күніне байланысты демалыс күні',
    'выходной день в связи с Днем столицы',
  ),
  republic_day: names(
    'Республика күні',
    'День Республики',
    'Республика күніне байланысты демалыс күні',
    'выходной день в связи с Днем Республики',
  ),
  independence_day: names(
    'Тәуелсіздік күні',
    'День Независимости',
    'Тәуелсіздік күніне байланысты демалыс күні',
    'выходной день в связи с Днем Независимости',
  ),
} as const satisfies Record<string, HolidayNames>

/** Key of a holiday of the seed. */
export type HolidayKey = keyof typeof HOLIDAYS

/** The holidays the law knows, by their keys, in the order of the year. */
export const KNOWN_HOLIDAYS: readonly { readonly key: HolidayKey; readonly name: Bilingual }[] = (
  Object.keys(HOLIDAYS) as HolidayKey[]
).map(key => ({ key, name: HOLIDAYS[key].name }))

/** The name of a day off that is given by coincidence where the holiday is one the law does not know yet. */
const GIVEN: Bilingual = {
  kk: 'мереке күнінің демалыс күніне тұспа-тұс келуіне байланысты демалыс күні',
  ru: 'выходной день в связи с совпадением праздничного дня с выходным',
}

/** How a day off given by a holiday is named. */
export function dayOffGivenBy(key: string): Bilingual {
  const known = Object.hasOwn(HOLIDAYS, key) ? HOLIDAYS[key as HolidayKey].moved : GIVEN
  return known.kk === '' ? GIVEN : known
}

const KEYS_WITHOUT_HOLIDAY: Readonly<Record<DayMark, string>> = {
  holiday: 'own_holiday',
  day_off_moved: 'moved_by_order',
  working_moved: 'moved_by_order',
  short: 'short_day',
}

/** The key of a row a person typed or a file brought: that of the holiday its name says, in either language. */
export function keyOfRow(mark: DayMark, name: Bilingual): string {
  const isSaid = (known: Bilingual) => known.ru !== '' && (same(known.kk, name.kk) || same(known.ru, name.ru))
  const found = (Object.keys(HOLIDAYS) as HolidayKey[]).find(
    key =>
      (mark === 'holiday' && isSaid(HOLIDAYS[key].name)) || (mark === 'day_off_moved' && isSaid(HOLIDAYS[key].moved)),
  )
  return found ?? KEYS_WITHOUT_HOLIDAY[mark]
}

function same(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
}

/** The law that sets the holidays and gives a day off for one that falls on a weekend day. */
export const LAW_ON_HOLIDAYS: Bilingual = {
  kk: '«Қазақстан Республикасындағы мерекелер туралы» 2001 жылғы 13 желтоқсандағы Заң, 5-бап',
  ru: 'Закон от 13 декабря 2001 года «О праздниках в Республике Казахстан», статья 5',
}

/** A day moved by an order: to rest or to work. */
export interface OrderedMove {
  readonly date: string
  readonly mark: Extract<DayMark, 'day_off_moved' | 'working_moved'>
  readonly name: Bilingual
  readonly act: Bilingual
}

/** What a year's seed states: holidays `MM-DD`, days off given by holidays `MM-DD`, and moves by order. */
export interface YearSeed {
  readonly year: number
  readonly status: CalendarYear['status']
  readonly holidays: readonly (readonly [monthDay: string, key: HolidayKey])[]
  readonly given: readonly (readonly [monthDay: string, key: HolidayKey])[]
  readonly ordered: readonly OrderedMove[]
}

/** The calendar table of a year's seed, rows by date. */
export function calendarYearOf(seed: YearSeed): CalendarYear {
  const holidays = seed.holidays.map(([monthDay, key]) => ({
    date: `${seed.year}-${monthDay}`,
    mark: 'holiday',
    key,
    name: HOLIDAYS[key].name,
    act: LAW_ON_HOLIDAYS,
  }))
  const given = seed.given.map(([monthDay, key]) => ({
    date: `${seed.year}-${monthDay}`,
    mark: 'day_off_moved',
    key,
    name: HOLIDAYS[key].moved,
    act: LAW_ON_HOLIDAYS,
  }))
  const ordered = seed.ordered.map(move => ({ ...move, key: 'moved_by_order' }))
  const days = [...holidays, ...given, ...ordered].sort((a, b) => (a.date < b.date ? -1 : 1))
  return CalendarYear.parse({ year: seed.year, status: seed.status, days })
}
