import { expect, it } from 'vitest'
import { USUAL_HALL } from '#shared/hall/model.ts'
import { findVoice, languagesOf, spokenTicket, volumeAt } from '#shared/hall/sound.ts'
import { PlainTime } from '#shared/time/plain-date.ts'

const time = (text: string) => PlainTime.parse(text)

it('is as loud as its hours say, and silent outside them', () => {
  const loudness = [
    { from: time('09:00'), to: time('13:00'), percent: 80 },
    { from: time('13:00'), to: time('14:30'), percent: 20 },
  ]
  expect(['08:59', '09:00', '13:00', '14:30'].map(at => volumeAt(loudness, time(at)))).toEqual([0, 0.8, 0.2, 0])
})

it('speaks only by a voice of this machine and of its language', () => {
  const online = { lang: 'kk-KZ', localService: false }
  const own = { lang: 'ru_RU', localService: true }
  expect(findVoice([online, own], 'kk')).toBeUndefined()
  expect(findVoice([online, own], 'ru')).toBe(own)
})

it('says the number without its zeros, the state language first', () => {
  expect(spokenTicket('А-014')).toBe('А 14')
  expect(languagesOf(USUAL_HALL)).toEqual(['kk', 'ru'])
  expect(languagesOf({ languages: 'ru' })).toEqual(['ru'])
})
