import i18next from 'i18next'
import type { Language } from '#shared/application/model.ts'
import type { Bilingual } from '#shared/official/model.ts'
import type { SheetPlace } from '#shared/posting/reception-sheets.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import { officialDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../i18n/keys.ts'

/** Words of one language, whatever that of the screen or of the sheet is. */
export interface SheetWords {
  readonly language: Language
  readonly t: (key: LocaleKey, params?: Readonly<Record<string, string | number>>) => string
  readonly date: (date: PlainDate) => string
  readonly pick: (text: Bilingual) => string
  /** A day, an hour where there is one, and where. */
  readonly place: (place: SheetPlace) => string
}

/** The words of a sheet in its language. */
export function sheetWords(language: Language): SheetWords {
  const t: SheetWords['t'] = (key, params = {}) => String(i18next.getFixedT(language)(key, params))
  const dates = dateWordsOfLanguage(key => t(key))
  const date = (day: PlainDate) => officialDate(day, dates)
  return {
    language,
    t,
    date,
    pick: text => text[language] || text.kk || text.ru,
    place: ({ date: day, time, room, mode }) =>
      [
        date(day),
        time,
        room === '' ? null : t('sheet.reception.in_room', { room }),
        mode === 'video' ? t('schedule.sheet.video') : null,
      ]
        .filter(part => part !== null)
        .join(', '),
  }
}
