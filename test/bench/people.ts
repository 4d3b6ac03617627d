import { iinNumber } from '#test/fixtures/history/people.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'

const SURNAMES = [
  'Серіков',
  'Мұхамбетова',
  'Әлиев',
  'Қасымова',
  'Өтегенов',
  'Иванова',
  'Ғабитов',
  'Нұрланқызы',
  'Петров',
  'Үсенова',
]
const GIVEN = ['Асхат', 'Назгүл', 'Ерлан', 'Айгүл', 'Мария', 'Болат', 'Гүлнар', 'Сергей', 'Жанна', 'Дәурен']
const ROOTS = ['бек', 'хан', 'ғали', 'мұрат', 'тай', 'жан', 'нұр', 'дос', 'қали', 'бай']

/** A registration of an invented person by number: always the same, names of a region, no IIN twice. */
export function personNumber(n: number) {
  const at = <T>(list: readonly T[], step: number) => list[Math.floor(n / step) % list.length] as T
  const personal = makeRegistrationPersonal({
    surname: `${at(ROOTS, 100)}${at(SURNAMES, 1)}`.replace(/^./, letter => letter.toUpperCase()),
    given: at(GIVEN, 10),
    patronymic: '',
    iin: iinNumber(n),
    phone: `+7701${String(n).padStart(7, '0')}`,
  })
  return { registration: makeRegistration({ officialId: null }), personal }
}
