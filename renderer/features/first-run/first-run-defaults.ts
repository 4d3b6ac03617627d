import i18next from 'i18next'
import { PROMISE, RECALL, REPORT_DUE_DAY } from '#shared/office/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { FirstRunForm } from './first-run-form.ts'

/** A text of the program in one language, whatever the screen speaks: the office has both. */
function inLanguage(language: 'kk' | 'ru', key: LocaleKey): string {
  return i18next.getFixedT(language)(key)
}

/** What the form begins with: the office the product is made for. Only the clerk's own name and post are empty. */
export function firstRunDefaults(): FirstRunForm {
  return {
    nameKk: inLanguage('kk', 'office.default.name'),
    nameRu: inLanguage('ru', 'office.default.name'),
    regionKk: inLanguage('kk', 'office.default.region'),
    regionRu: inLanguage('ru', 'office.default.region'),
    room: '110',
    addressKk: '',
    addressRu: '',
    phone: '',
    email: '',
    from: '09:00',
    lunchFrom: '13:00',
    lunchTo: '14:30',
    to: '18:30',
    profile: 'WKO-2020/2023',
    secondPerson: false,
    letterIndex: '1',
    promise: String(PROMISE),
    recallAfter: String(RECALL.recallAfter),
    recallTimes: String(RECALL.recallTimes),
    reportDueDay: String(REPORT_DUE_DAY),
    timesOutOfTurn: false,
    userName: '',
    role: 'clerk',
    positionKk: '',
    positionRu: '',
    letter: '\u0410',
  }
}
