import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useRows } from '../../app/use-rows.ts'
import type { EarlierCase, PersonTyped } from '../../db/query-types.ts'
import type { RegisterForm } from './register-form.ts'
import type { RegisterValues } from './register-values.ts'

const MOST = 8
/** A pause in typing, milliseconds: the store is asked for words, not for letters. */
const TYPING_PAUSE = 150
/** Fewer letters of a surname fit too many people. */
const LEAST_LETTERS = 3

/** Earlier cases of the person being typed; null before there is anything to look for, undefined until the store answers. */
export function useEarlier(
  typed: RegisterForm,
  { personal }: RegisterValues,
): readonly EarlierCase[] | null | undefined {
  const said = useMemo<PersonTyped>(
    () => ({
      iin: personal.iin.length === 12 ? personal.iin : '',
      bin: personal.bin.length === 12 ? personal.bin : '',
      phone: personal.phone.startsWith('+7') ? personal.phone : '',
      surname: typed.surname.trim().length >= LEAST_LETTERS ? personal.surname : '',
      given: personal.given,
      patronymic: personal.patronymic,
      essence: personal.essence,
    }),
    [personal, typed.surname],
  )
  const [person] = useDebouncedValue(said, TYPING_PAUSE)
  const asks = person.iin !== '' || person.bin !== '' || person.phone !== '' || person.surname !== ''
  const params = useMemo(() => ({ person, limit: MOST }), [person])
  const found = useRows('applications.earlier', params)
  return asks ? found : null
}
