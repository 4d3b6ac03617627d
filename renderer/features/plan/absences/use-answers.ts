import { useMemo, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { Affected, Cascade } from '#shared/plan/cascade.ts'
import type { Offer } from '#shared/plan/offers.ts'
import { useDesk } from '../../../app/desk-context.ts'
import { newRequestId } from '../../../components/request-id.ts'
import type { Call } from '../../../components/use-call.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { CALL_CHANNEL, contactOf, emptyContact } from '../../contacts/contact-form.ts'
import { useContactWork } from '../../contacts/use-contact-work.ts'
import { type Answers, agreedIn, type Said, withAnswers } from './answers.ts'

/** The people of a cascade while they are called one after another. */
export interface Asking {
  /** The cascade as the answers make it. */
  readonly found: Cascade
  readonly answers: Answers
  readonly agreed: ReadonlySet<EntityId>
  readonly call: Call
  /** Records the call, where one was had, and what was said; said again, it is taken back (the call stays recorded). */
  readonly say: (one: Affected, row: PlannedRow, said: Said) => Promise<void>
  readonly choose: (one: Affected, offer: Offer) => void
}

/** What each said stays while the cascade is the same; `of` names what it depends on. */
export function useAnswers(cascade: Cascade, of: string): Asking {
  const { t } = useWords()
  const { start } = useDesk()
  const { call, log } = useContactWork()
  const [kept, setKept] = useState<{ readonly of: string; readonly answers: Answers }>({ of, answers: new Map() })
  const answers = kept.of === of ? kept.answers : NONE
  const found = useMemo(() => withAnswers(cascade, answers), [cascade, answers])
  const agreed = useMemo(() => agreedIn(found, answers), [found, answers])
  const put = (application: EntityId, said: Said | null, offer: Offer | null) => {
    const next = new Map(answers)
    if (said === null && offer === null) next.delete(application)
    else next.set(application, { said, offer })
    setKept({ of, answers: next })
  }
  return {
    found,
    answers,
    agreed,
    call,
    async say({ person: { application }, offer }, { row }, said) {
      if (answers.get(application)?.said === said) return put(application, null, null)
      if (said !== 'not_reached') {
        const number = row.number === null ? '' : numberText(row.number)
        const note = t(`cascade.call_note.${said}`, { number })
        const values = contactOf({ ...emptyContact(CALL_CHANNEL, start.user?.id ?? ''), note })
        if ((await log(newRequestId(), values)) === null) return
      }
      put(application, said, said === 'agreed' ? offer : null)
    },
    choose: ({ person }, offer) => put(person.application, null, offer),
  }
}

const NONE: Answers = new Map()
