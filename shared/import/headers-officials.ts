import type { OfficialCategory } from '../official/model.ts'
import type { HeaderWords } from './understand-columns.ts'

/** Fields of a row of officials, as columns stand for them. */
export const OFFICIAL_FIELDS = [
  'category',
  'surname_kk',
  'given_kk',
  'patronymic_kk',
  'surname_ru',
  'given_ru',
  'patronymic_ru',
  'position_kk',
  'position_ru',
  'unit_kk',
  'unit_ru',
  'room',
  'reception_rule',
  'from',
  'to',
  'phone',
  'email',
] as const
export type OfficialField = (typeof OFFICIAL_FIELDS)[number]

function both(kk: string[], ru: string[], name: string): { kk: string[]; ru: string[] } {
  return {
    kk: [
      `${name}_kk`,
      ...kk.flatMap(word => [`${word} (қаз)`, `${word} (kk)`, `${word} қазақша`]),
      ...kk,
      ...ru.flatMap(word => [`${word} (каз)`, `${word} на казахском`]),
    ],
    ru: [
      `${name}_ru`,
      ...ru.flatMap(word => [`${word} (рус)`, `${word} (ru)`, `${word} на русском`]),
      ...ru,
      ...kk.flatMap(word => [`${word} (орыс)`, `${word} орысша`]),
    ],
  }
}

const SURNAME = both(['Тегі'], ['Фамилия'], 'surname')
const GIVEN = both(['Аты'], ['Имя'], 'given')
const PATRONYMIC = both(['Әкесінің аты'], ['Отчество'], 'patronymic')
const POSITION = both(['Лауазымы', 'Лауазым'], ['Должность'], 'position')
const UNIT = both(
  ['Бөлімі', 'Бөлім', 'Құрылымдық бөлімше'],
  ['Отдел', 'Подразделение', 'Структурное подразделение'],
  'unit',
)

/** Headers a list of officials is met with. A header without a language is taken for the one it is written in. */
export const OFFICIAL_HEADERS: HeaderWords<OfficialField> = {
  category: ['category', 'Санаты', 'Категория', 'Категория должностного лица'],
  surname_kk: SURNAME.kk,
  given_kk: GIVEN.kk,
  patronymic_kk: PATRONYMIC.kk,
  surname_ru: SURNAME.ru,
  given_ru: GIVEN.ru,
  patronymic_ru: PATRONYMIC.ru,
  position_kk: POSITION.kk,
  position_ru: POSITION.ru,
  unit_kk: UNIT.kk,
  unit_ru: UNIT.ru,
  room: ['room', 'Кабинет', 'Бөлме', 'Каб.', 'Кабинет №'],
  reception_rule: ['reception_rule', 'Қабылдау күндері', 'Дни приёма', 'День приёма', 'Қабылдау күні'],
  from: ['from', 'Басталуы', 'Начало', 'Начало приёма', 'С'],
  to: ['to', 'Аяқталуы', 'Окончание', 'Конец приёма', 'До'],
  phone: ['phone', 'Телефон', 'Телефоны', 'Телефон нөмірі', 'Байланыс телефоны', 'Номер телефона', 'Тел.'],
  email: [
    'email',
    'Электрондық пошта',
    'Электрондық поштасы',
    'Электронная почта',
    'Адрес электронной почты',
    'E-mail',
    'Эл. пошта',
    'Эл. почта',
  ],
}

/** Texts of the categories of clause 2, by code. */
export const CATEGORY_WORDS: Readonly<Record<OfficialCategory, readonly string[]>> = {
  akim: ['Әкім', 'Облыс әкімі', 'Аким', 'Аким области'],
  deputy_akim: [
    'Әкімнің орынбасары',
    'Облыс әкімінің орынбасары',
    'Заместитель акима',
    'Заместитель акима области',
    'Первый заместитель акима области',
  ],
  head_of_apparatus: [
    'Аппарат басшысы',
    'Облыс әкімі аппаратының басшысы',
    'Руководитель аппарата',
    'Руководитель аппарата акима области',
  ],
  deputy_head_of_apparatus: ['Аппарат басшысының орынбасары', 'Заместитель руководителя аппарата'],
  unit_head: [
    'Бөлім басшысы',
    'Құрылымдық бөлімше басшысы',
    'Руководитель отдела',
    'Руководитель структурного подразделения',
  ],
  authorized_staff: ['Уәкілетті қызметкер', 'Уполномоченный сотрудник', 'Уполномоченный работник'],
}

/** Words of a reception rule written out, folded beginnings by the part of the code they stand for. */
export const RULE_WORDS: Readonly<Record<string, readonly string[]>> = {
  daily: ['күн сайын', 'ежедневно', 'жұмыс күндері', 'по рабочим дням'],
  first: ['бірінші', 'перв', '1'],
  second: ['екінші', 'втор', '2'],
  third: ['үшінші', 'трет', '3'],
  fourth: ['төртінші', 'четверт', '4'],
  last: ['соңғы', 'последн'],
  every: ['әр', 'кажд', 'еженедельно', 'апта сайын'],
  monday: ['дүйсенбі', 'понедельник'],
  tuesday: ['сейсенбі', 'вторник'],
  wednesday: ['сәрсенбі', 'среда', 'среду'],
  thursday: ['бейсенбі', 'четверг'],
  friday: ['жұма', 'пятниц'],
}
