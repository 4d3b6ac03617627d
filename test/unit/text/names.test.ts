import { describe, expect, test } from 'vitest'
import { asMeantKeys } from '#shared/text/keys.ts'
import { nameWords } from '#shared/text/name-words.ts'
import { isOneSlipApart, isOneSlipFromStart } from '#shared/text/near.ts'
import { isSamePerson } from '#shared/text/person-words.ts'
import { soundsOf } from '#shared/text/sounds.ts'

const foldedOf = (text: string) => nameWords(text).map(word => word.folded)

describe('the words of a name', () => {
  test('join an ending that stands apart, and give a double name also as one', () => {
    expect(foldedOf('Серік ұлы')).toEqual(['серикулы'])
    expect(foldedOf('Серік Қызы')).toEqual(['сериккызы'])
    expect(foldedOf('Иванова-Петрова Анна')).toEqual(['иванова', 'петрова', 'анна', 'ивановапетрова'])
    expect(foldedOf('ұлы')).toEqual(['улы'])
    expect(foldedOf('  .- ')).toEqual([])
  })
})

describe('a slip', () => {
  test.each([
    ['ахметов', 'ахмтеов'],
    ['ахметов', 'ахмеетов'],
    ['ахметов', 'ахмтов'],
    ['ахметов', 'ахжетов'],
    ['ахметов', 'хаметов'],
    ['ахметов', 'хметов'],
    ['ахметов', 'ажметов'],
    ['ахметов', 'ахметова'],
    ['ахметов', 'ахметов'],
    ['а', ''],
  ])('is one: %s, %s', (a, b) => {
    expect([isOneSlipApart(a, b), isOneSlipApart(b, a)]).toEqual([true, true])
  })

  test.each([
    ['ахметов', 'хамеотв'],
    ['ахметов', 'ахмет'],
    ['ахметов', 'сериков'],
    ['абвг', 'вгаб'],
    ['аб', 'вг'],
  ])('is more than one: %s, %s', (a, b) => {
    expect([isOneSlipApart(a, b), isOneSlipApart(b, a)]).toEqual([false, false])
  })

  test('is forgiven in a beginning', () => {
    expect(isOneSlipFromStart('мхуам', 'мухамбетова')).toBe(true)
    expect(isOneSlipFromStart('мухаб', 'мухамбетова')).toBe(true)
    expect(isOneSlipFromStart('сейит', 'мухамбетова')).toBe(false)
  })
})

describe('the sound of a name', () => {
  test.each([
    ['ахметов', ['Akhmetov', 'Ahmetov', 'AHMETOV']],
    ['акжол', ['Aqjol', 'Akzhol', 'Akjol', 'Aqzhol']],
    ['жумабаев', ['Zhumabayev', 'Jumabaev', 'Dzhumabaev']],
    ['шевченко', ['Shevchenko', '\u015eev\u00e7enko']],
    ['кайрат', ['Qairat', 'Kayrat']],
    ['сериккызы', ['Serikqyzy', 'Serikkyzy']],
    ['мария', ['Mariya', 'Maria']],
    ['юлия', ['Yuliya']],
    ['щербаков', ['Shcherbakov', 'Scherbakov']],
    ['галия', ['\u011ealiya', 'Ghaliya']],
  ])('%s is that of each way to write it in Latin', (cyrillic, written) => {
    for (const latin of written) expect(soundsOf(latin)).toBe(soundsOf(cyrillic))
  })
})

test('keys of the wrong layout are read as the letters on them', () => {
  expect(asMeantKeys('F[vtnjd')).toBe('ахметов')
  expect(asMeantKeys('Fхметов')).toBe('ахметов')
  expect(asMeantKeys('09cgfyjd Rfqhfn')).toBe('құспанов кайрат')
  expect(asMeantKeys(':evf,ftd {fkbk')).toBe('жумабаев халил')
  expect(asMeantKeys('Ахметов, А. 12')).toBe('ахметов, а. 12')
})

test('one person may be spelled in both languages; another father or given name is another', () => {
  const person = { surname: 'Мұхамбетова', given: 'Назгүл', patronymic: 'Серікқызы' }
  const same = (more: object) => isSamePerson(person, { ...person, ...more })
  expect(same({ surname: 'Мухамбетова', given: 'НАЗГУЛ', patronymic: 'Сериковна' })).toBe(true)
  expect(same({ patronymic: '' })).toBe(true)
  expect(same({ patronymic: 'С.' })).toBe(true)
  expect(same({ surname: 'Мұхаметбова' })).toBe(false)
  expect(same({ surname: 'Мұхамебтова' })).toBe(true)
  expect(same({ patronymic: 'Болатқызы' })).toBe(false)
  expect(same({ given: 'Назира' })).toBe(false)
  expect(same({ surname: '', given: '' })).toBe(false)
})
