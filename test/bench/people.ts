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

/** A valid IIN for any number below 100,000: the birth date goes on by day, the check digit is found. */
function iinNumber(n: number): string {
  for (let serial = 0; ; serial += 1) {
    const day = String((n % 28) + 1).padStart(2, '0')
    const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, '0')
    const year = String((Math.floor(n / 336) % 60) + 40).padStart(2, '0')
    const rest = String((Math.floor(n / 20160) * 100 + serial) % 10000).padStart(4, '0')
    const eleven = `${year}${month}${day}3${rest}`
    const digit = checkDigit(eleven)
    if (digit !== null) return `${eleven}${digit}`
  }
}

function checkDigit(eleven: string): number | null {
  for (const first of [1, 3]) {
    let sum = 0
    for (let i = 0; i < 11; i += 1) sum += Number(eleven[i]) * (((first - 1 + i) % 11) + 1)
    if (sum % 11 !== 10) return sum % 11
  }
  return null
}
