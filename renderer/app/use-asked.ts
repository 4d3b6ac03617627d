import { useCallback, useEffect, useRef, useState } from 'react'
import { type AppError, ExpectedError } from '#shared/result/result.ts'
import { officeTime } from '#shared/time/office-time.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { deskNow } from '../components/office-clock.ts'
import type { AnswerOf, ParamsOf, QueryName } from '../db/query-types.ts'
import { useStore } from '../db/use-query.ts'

/** An answer as of a time of the day: it stays as it is until it is asked again. */
export interface Asked<T> {
  readonly answer: { readonly value: T; readonly at: PlainTime } | null
  readonly isAsking: boolean
  readonly error: AppError | null
  readonly askAgain: () => void
}

/** Asks the store once when opened, and again by a press: for what is dear to answer, or must not change while it is read. */
export function useAsked<Q extends QueryName>(name: Q, params: ParamsOf<Q>): Asked<AnswerOf<Q>> {
  const store = useStore()
  const [answer, setAnswer] = useState<Asked<AnswerOf<Q>>['answer']>(null)
  const [isAsking, setAsking] = useState(true)
  const [error, setError] = useState<AppError | null>(null)
  const turn = useRef(0)
  const askAgain = useCallback(() => {
    turn.current += 1
    const asked = turn.current
    const settle = (then: () => void) => {
      if (asked !== turn.current) return
      setAsking(false)
      then()
    }
    setAsking(true)
    setError(null)
    store.query(name, params).then(
      value => settle(() => setAnswer({ value, at: officeTime(deskNow()) })),
      (cause: unknown) => settle(() => setError(errorOf(cause))),
    )
  }, [store, name, params])
  useEffect(() => {
    setAnswer(null)
    askAgain()
    return () => {
      turn.current += 1
    }
  }, [askAgain])
  return { answer, isAsking, error, askAgain }
}

function errorOf(cause: unknown): AppError {
  if (cause instanceof ExpectedError) return cause.detail
  throw cause
}
