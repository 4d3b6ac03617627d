import { expect, it } from 'vitest'
import type { PersonName } from '#shared/applicant/person-name.ts'
import { nameLikeness } from '#shared/text/same-name.ts'
import { SPELLINGS, seededRandom } from '#test/fixtures/spellings.ts'

const SEED = 20261122
const SURNAMES =
  'Ахметов Мұхамбетов Сейітқали Жұмағұлов Өтегенов Қасымов Ғабитов Әлжанов Үсенов Нұрпейісов Иванов Кузнецов Шевченко Байжанов Тілегенов'
const MALE = 'Бауыржан Серік Ерлан Дәурен Нұрлан Қайрат Болат Асхат Мұрат Сергей Ғалым Жандос Өмірбек Рүстем'
const FEMALE = 'Айгүл Назгүл Гүлнар Жанна Әсел Мәдина Светлана Қарлығаш Ұлжан Сәуле Динара Ғалия'
const FATHERS = 'Серік Болат Қайрат Ерлан Нұрлан Мұрат Асқар Бақыт Тілеген Жақсылық Ғабит Өмір'

const TOLD = { same: 12_907, perhaps: 53, other: 37 }

const list = (words: string) => words.split(' ')
const pick = (words: string, at: number) => list(words)[Math.floor(at * list(words).length)] ?? ''

/** A thousand employees of a region. Half are women; of a Kazakh surname in -ов a woman's ends in -а. */
function employees(): PersonName[] {
  const random = seededRandom(SEED)
  const names = new Map<string, PersonName>()
  while (names.size < 1000) {
    const isWoman = random() < 0.5
    const surname = pick(SURNAMES, random())
    const name = {
      surname: isWoman && /ов$/.test(surname) ? `${surname}а` : surname,
      given: pick(isWoman ? FEMALE : MALE, random()),
      patronymic: `${pick(FATHERS, random())}${isWoman ? 'қызы' : 'ұлы'}`,
    }
    names.set(Object.values(name).join(' '), name)
  }
  return [...names.values()]
}

const full = ({ surname, given, patronymic }: PersonName) => [surname, given, patronymic].join(' ')
const russian = (name: PersonName) =>
  full(name)
    .replace(/ұлы$/, 'ович')
    .replace(/қызы$/, 'овна')
    .replace(/[әғқңөұүһі]/gi, letter => 'агкноуухиАГКНОУУХИ'['әғқңөұүһіӘҒҚҢӨҰҮҺІ'.indexOf(letter)] ?? letter)

it('of a thousand names each way of spelling it is known again; missed are only Latin letters that say two things', () => {
  const random = seededRandom(SEED)
  const told = { same: 0, perhaps: 0, other: 0 }
  const missed = new Set<string>()
  for (const name of employees()) {
    for (const [kind, spell] of [...Object.entries(SPELLINGS), ['russian', russian] as const]) {
      const spelled = spell(name, random())
      if (spelled === null) continue
      const likeness = nameLikeness(full(name), spelled)
      expect(nameLikeness(spelled, full(name))).toBe(likeness)
      told[likeness] += 1
      if (likeness === 'other') missed.add(`${kind} ${name.given}`)
    }
  }
  expect(told).toEqual(TOLD)
  expect([...missed]).toEqual(['kazakhLatin Асхат'])
})

it('of 4,950 pairs of different people, many of one surname and given name, none is taken for one person', () => {
  const names = employees().filter((_, place) => place % 10 === 0)
  const wrong: string[] = []
  for (const [place, one] of names.entries()) {
    for (const other of names.slice(place + 1)) {
      if (nameLikeness(full(one), full(other)) === 'same') wrong.push(`${full(one)} / ${full(other)}`)
    }
  }
  expect(names).toHaveLength(100)
  expect(wrong).toEqual([])
})

it('too little is written to be sure, and that is said', () => {
  expect(nameLikeness('Ахметов Серік Болатұлы', 'Ахметов С.')).toBe('perhaps')
  expect(nameLikeness('Ахметов Серік Болатұлы', 'Ахметов')).toBe('perhaps')
  expect(nameLikeness('Ахметов Серік Болатұлы', 'С.Б. Ахметов')).toBe('same')
  expect(nameLikeness('Ахметова Әсел Болатқызы', 'Ахметова Әсем Болатқызы')).toBe('perhaps')
  expect(nameLikeness('Ахметов С.Б.', 'Ахметов С.Қ.')).toBe('other')
  expect(nameLikeness('Ахметов Серік', 'Ахметова Серік')).toBe('other')
  expect(nameLikeness('', 'Ахметов')).toBe('other')
  expect(nameLikeness('', '')).toBe('other')
})
