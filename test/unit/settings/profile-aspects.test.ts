import { describe, expect, it } from 'vitest'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import { countOtherwise, isOtherwise } from '#renderer/features/settings/other-profile.ts'
import { differencesOf } from '#renderer/features/settings/profile-aspects.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { signatureNeeded } from '#shared/regulation/channel-finding.ts'
import { offeredCategories } from '#shared/regulation/offered-categories.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const TEXTS = { kk, ru }
const day = (text: string) => PlainDate.parse(text)

const words = (language: 'kk' | 'ru') => ({
  t: (key: keyof typeof kk, params: Readonly<Record<string, string | number>> = {}) =>
    TEXTS[language][key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole)),
  entryOf: (directory: 'channel' | 'category', code: string) =>
    SEED_DIRECTORIES[directory].find(one => one.code === code)?.[language] ?? code,
})

const differences = (language: 'kk' | 'ru') =>
  differencesOf(profileOf('WKO-2020/2023'), profileOf('KZ-2026'), words(language))

describe('what differs between two acts', () => {
  it('is found by comparing them, in words, with the clause of each', () => {
    const found = Object.fromEntries(differences('ru').map(({ what, was, becomes }) => [what, [was, becomes]]))
    expect(found['Ответ заявителю']).toEqual([
      'День регистрации обращения: 15 календарных дней, пункт 29 Регламента',
      'День регистрации обращения: 15 рабочих дней, пункт 13 Правил',
    ])
    expect(found['Предел продленного срока']).toEqual([
      'День регистрации обращения: 2 месяца, пункт 30 Регламента',
      'День решения о продлении срока: 2 месяца, пункт 14 Правил',
    ])
    expect(found['Передача списка на прием']?.[0]).toBe('Срок не установлен')
    expect(found['Канал, по которому нужно еще подписать обращение']).toEqual(['Нет', 'Call-центр'])
    expect(found['Принимаются вне очереди']?.[1]).toContain('Ветеран труда')
    expect(found['Принимаются вне очереди']?.[0]).not.toContain('Ветеран труда')
    expect(found['График утверждается']).toEqual(['на месяц (пункт 6 Регламента)', 'на квартал (пункт 19 Правил)'])
  })

  it('what both acts say alike is not in it, though by another clause', () => {
    const named = differences('ru').map(({ what }) => what)
    expect(named).not.toContain('Справочная информация к приему')
    expect(named).not.toContain('Регистрация и номер e-Otinish')
    expect(differencesOf(profileOf('KZ-2026'), profileOf('KZ-2026'), words('kk'))).toEqual([])
  })

  it('is said in Kazakh too, with nothing left unsaid', () => {
    const found = differences('kk')
    expect(found.length).toBe(differences('ru').length)
    for (const { what, was, becomes } of found) {
      expect(`${what}${was}${becomes}`).not.toMatch(/[{}]|_/)
      expect(was).not.toBe(becomes)
    }
  })
})

describe('a date on which another act cannot begin any more', () => {
  const row = (on: number, profile: 'WKO-2020/2023' | 'KZ-2026' | null, cameOn: string | null = null) => ({
    day: on,
    profile,
    cameOn: cameOn === null ? null : day(cameOn),
  })

  it.each([
    ['of that day by the other act', row(20261120, 'WKO-2020/2023'), true],
    ['of that day by the same act', row(20261120, 'KZ-2026'), false],
    ['of the day before', row(20261119, 'WKO-2020/2023'), false],
    ['entered afterwards, of an earlier day', row(20261121, 'WKO-2020/2023', '2026-11-02'), false],
    ['entered on a day off before, as of that day', row(20261115, 'WKO-2020/2023', '2026-11-20'), true],
    ['imported', row(20261120, null), false],
  ] as const)('an application %s', (_, one, counts) => {
    expect(isOtherwise(one, day('2026-11-20'), 'KZ-2026')).toBe(counts)
  })

  it('is counted over every page', async () => {
    const pages = [
      { rows: [row(20261123, 'WKO-2020/2023'), row(20261122, 'KZ-2026')], next: { day: 20261122, id: 'a' } },
      { rows: [row(20261120, 'WKO-2020/2023'), row(20261119, 'WKO-2020/2023')], next: null },
    ]
    const store = { query: async () => pages.shift() } as never
    expect(await countOtherwise(store, day('2026-11-20'), 'KZ-2026')).toBe(2)
  })
})

describe('the form of a registration goes by the act', () => {
  it('a labour veteran is offered where the act names one; the office has its own besides', () => {
    const own = { ...SEED_DIRECTORIES.category[0]!, code: 'own_category' }
    const offered = (profile: 'WKO-2020/2023' | 'KZ-2026') =>
      offeredCategories([...SEED_DIRECTORIES.category, own], profile).map(({ code }) => code)
    expect(offered('WKO-2020/2023')).not.toContain('veteran_labour')
    expect(offered('KZ-2026')).toContain('veteran_labour')
    for (const profile of ['WKO-2020/2023', 'KZ-2026'] as const) {
      expect(offered(profile)).toContain('own_category')
      const { categories } = profileOf(profile).outOfTurn
      expect(categories.every(code => offered(profile).includes(code))).toBe(true)
    }
  })

  it('a call needs a signed appeal under the Rules of 2026 alone', () => {
    expect(signatureNeeded('call_centre', 'KZ-2026')).toEqual({ act: 'regulation', clause: '5' })
    expect(signatureNeeded('call_centre', 'WKO-2020/2023')).toBeNull()
    expect(signatureNeeded('oral', 'KZ-2026')).toBeNull()
  })
})
