import { type Entry, entry } from './model.ts'

function district(code: string, stem: { kk: string; ru: string }, more: string[] = []): Entry {
  const kazakh = ['ауд', 'ауд.', 'а.'].map(short => `${stem.kk} ${short}`)
  const russian = ['р-н', 'р-он', 'рн', 'р.'].map(short => `${stem.ru} ${short}`)
  return entry(code, `${stem.kk} ауданы`, `${stem.ru} район`, [stem.kk, stem.ru, ...kazakh, ...russian, ...more])
}

/** The city and twelve districts of the West Kazakhstan Region, and the rest of the world. */
export const DISTRICTS: readonly Entry[] = [
  entry('oral_city', 'Орал қаласы', 'г. Уральск', [
    'Орал',
    'Орал қ.',
    'Уральск',
    'город Уральск',
    'гор. Уральск',
    'г Уральск',
    'Уральск г.',
    'г. Орал',
  ]),
  district('akzhaiyk', { kk: 'Ақжайық', ru: 'Акжаикский' }, ['район Ақжайық', 'Ақжайықский район']),
  district('bokey_orda', { kk: 'Бөкей ордасы', ru: 'Бокейординский' }, ['Бокей-Ординский район', 'район Бөкей ордасы']),
  district('borili', { kk: 'Бөрлі', ru: 'Бурлинский' }, ['район Бөрлі', 'Борилинский район']),
  district('zhanakala', { kk: 'Жаңақала', ru: 'Жангалинский' }, ['Жанакалинский район', 'район Жаңақала']),
  district('zhanybek', { kk: 'Жәнібек', ru: 'Жанибекский' }, ['Джаныбекский район', 'Жаныбекский район']),
  // Zelenov district until 2018.
  entry('baiterek', 'Бәйтерек ауданы', 'район Бәйтерек', [
    'Бәйтерек',
    'Бәйтерек ауд.',
    'р-н Бәйтерек',
    'Бәйтерек р-н',
    'Бәйтерек район',
    'Байтерекский район',
    'Байтерекский р-н',
    'Зеленовский район',
    'Зеленов ауданы',
  ]),
  district('kaztal', { kk: 'Казталов', ru: 'Казталовский' }, ['Казтал ауданы', 'Қазталов ауданы']),
  district('karatobe', { kk: 'Қаратөбе', ru: 'Каратобинский' }, ['район Қаратөбе']),
  district('syrym', { kk: 'Сырым', ru: 'Сырымский' }, ['район Сырым']),
  district('taskala', { kk: 'Тасқала', ru: 'Таскалинский' }, ['район Тасқала']),
  district('terekti', { kk: 'Теректі', ru: 'Теректинский' }, ['район Теректі']),
  district('shyngyrlau', { kk: 'Шыңғырлау', ru: 'Чингирлауский' }, ['Шынгырлауский район', 'район Шыңғырлау']),
  entry('outside', 'Облыстан тыс', 'За пределами области', [
    'Вне области',
    'Другая область',
    'Басқа облыс',
    'Иногородний',
    'За рубежом',
    'Шетел',
    'Другой регион',
    'Басқа өңір',
  ]),
]
