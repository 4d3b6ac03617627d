import { describe, expect, test } from 'vitest'
import { baseName, splitPersonName } from '#shared/applicant/person-name.ts'

describe('a name out of one cell', () => {
  test.each([
    ['ЖҰМАБАЕВ НҰРЛАН', 'Жұмабаев', 'Нұрлан', ''],
    ['  Әбдірахманов  Жанболат\u00a0 Асқарұлы ', 'Әбдірахманов', 'Жанболат', 'Асқарұлы'],
    ['СЕЙІТОВ ӨМІРБЕК НҰРЛАНҰЛЫ', 'Сейітов', 'Өмірбек', 'Нұрланұлы'],
    ['иванов иван иванович', 'Иванов', 'Иван', 'Иванович'],
    ['Ахметова - Иванова Дина Ерлановна', 'Ахметова-Иванова', 'Дина', 'Ерлановна'],
    ['АХМЕТОВА-ИВАНОВА ДИНА', 'Ахметова-Иванова', 'Дина', ''],
    ['Ахметов Асқар Серік ұлы', 'Ахметов', 'Асқар', 'Серікұлы'],
    ['Қасымова Мәдина Серік ҚЫЗЫ', 'Қасымова', 'Мәдина', 'Серікқызы'],
    ['Мамедов Али Гусейн оглы', 'Мамедов', 'Али', 'Гусейн оглы'],
    ['Мамедова Лейла Гусейн кызы', 'Мамедова', 'Лейла', 'Гусейн кызы'],
    ['Иванов И.И.', 'Иванов', 'И.', 'И.'],
    // Latin look-alikes: capital A, C, H, T and small a, c, e, o.
    ['CMИPHOBA Haтaлья', 'Смирнова', 'Наталья', ''],
    ['Ceйiтов Hұрлaн', 'Сейітов', 'Нұрлан', ''],
    ['Smith John', 'Smith', 'John', ''],
    ['МакГрегор Иван', 'МакГрегор', 'Иван', ''],
    ["Д'АРТАНЬЯН ШАРЛЬ", "Д'Артаньян", 'Шарль', ''],
  ])('%s', (typed, surname, given, patronymic) => {
    expect(splitPersonName(typed)).toEqual({ name: { surname, given, patronymic }, fault: null })
  })

  test.each([
    ['', 'missing'],
    [' \u200b ', 'missing'],
    ['Иванов', 'incomplete'],
    ['Иванов Иван Иванович Петров', 'parts'],
    ['Иванов Иван 2', 'characters'],
  ])('%s is %s', (typed, fault) => {
    expect(splitPersonName(typed).fault).toBe(fault)
  })

  test('no word of a doubtful name is lost', () => {
    expect(splitPersonName('Иванов Иван Иванович Петров').name.patronymic).toBe('Иванович Петров')
  })

  test('base spelling is base spelling again', () => {
    for (const name of ['ЖҰМАБАЕВ', 'Ахметова-Иванова', 'МакГрегор', 'оглы'])
      expect(baseName(baseName(name))).toBe(baseName(name))
  })
})
