import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { SubjectId } from '#shared/change/action.ts'
import { type AppError, ok } from '#shared/result/result.ts'
import { settled } from '../../app/desk.ts'
import type { ApplicationCard, EarlierCase } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { takenOver } from './filled-form.ts'
import { type KnownPerson, nameOf } from './register-draft.ts'
import type { RegisterForm } from './register-form.ts'

interface Wires {
  readonly cases: readonly EarlierCase[] | null | undefined
  readonly form: UseFormReturn<RegisterForm>
  readonly onKnown: (known: KnownPerson | null) => void
  readonly goTo: (field: string) => void
  /** The registration is being saved: nothing comes into it. */
  readonly isHeld: () => boolean
}

/** The earlier case that is marked, and how the person of one comes into the form. */
export interface TakingOver {
  readonly marked: number
  readonly mark: (step: 1 | -1) => void
  readonly take: (found: EarlierCase) => void
  readonly takeMarked: () => void
  /** The data of a person was just taken over: it is said aloud. */
  readonly taken: boolean
  /** Why the earlier case could not be read. */
  readonly error: AppError | null
}

/** Takes a person known from an earlier case into the form, and goes on to what is asked anew. */
export function useTakeOver({ cases, form, onKnown, goTo, isHeld }: Wires): TakingOver {
  const store = useStore()
  const [at, setAt] = useState(0)
  const [taken, setTaken] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const found = cases ?? []
  const marked = Math.min(at, found.length - 1)
  const take = ({ row }: EarlierCase) => {
    if (isHeld()) return
    const asked = store.query('applications.one', { id: row.id })
    void settled<ApplicationCard | null>(asked.then(ok)).then(read => {
      setError(read.ok ? null : read.error)
      const card = read.ok ? read.value : null
      if (card === null || isHeld()) return
      const filled = takenOver(form.getValues(), card)
      form.reset(filled)
      setTaken(true)
      const id = SubjectId.safeParse(card.subject)
      onKnown(id.success ? { id: id.data, iin: filled.iin, name: nameOf(filled) } : null)
      goTo(filled.phone === '' ? 'phone' : 'essence')
    })
  }
  return {
    marked,
    taken,
    error,
    mark: step => setAt(Math.max(0, Math.min(marked + step, found.length - 1))),
    take,
    takeMarked: () => {
      const one = found[marked]
      if (one !== undefined) take(one)
    },
  }
}
