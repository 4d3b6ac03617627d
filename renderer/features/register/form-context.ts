import { createContext, useContext } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Finding } from '#shared/application/findings.ts'
import type { Directories } from '#shared/directory/model.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import type { RegisterForm } from './register-form.ts'

/** What every field of the form needs: the form, what is chosen from, and what stands against a field. */
export interface FormAround {
  readonly form: UseFormReturn<RegisterForm>
  /** The form as it stands at this drawing. */
  readonly typed: RegisterForm
  readonly directories: Directories
  readonly officials: readonly Official[]
  /** The finding to be shown beside a field now, the one that stops first. */
  readonly findingOf: (field: string) => Finding | null
  /** The act whose clauses are named; null until the office is known. */
  readonly profile: ProfileId | null
}

export const FormContext = createContext<FormAround | null>(null)

/** The form around a field. Throws outside of one: that is a fault of the program. */
export function useFormAround(): FormAround {
  const around = useContext(FormContext)
  if (around === null) throw new Error('no form around this field')
  return around
}
