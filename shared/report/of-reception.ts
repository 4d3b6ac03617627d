import type { ReceptionState } from '../reception/transitions.ts'
import { type Contribution, happened } from './contribution.ts'

/** What the preparation of a reception adds: bodies asked, what they answered last, what the media told (clauses 17-20, 24). */
export function contributionsOfReception({ invited, coverage }: ReceptionState): Contribution[] {
  return [
    ...invited.flatMap(({ body, on, answers }) => {
      const last = answers.at(-1)
      const isRefused = last?.outcome === 'refused' || last?.outcome === 'did_not_attend'
      const hasCome = last?.outcome === 'attended'
      return [
        ...happened('body_invited', on, { body }),
        ...(last && isRefused ? happened('body_refused', last.on, { body }) : []),
        ...(last && hasCome ? happened('body_attended', last.on, { body }) : []),
      ]
    }),
    ...coverage.flatMap(({ stage, on }) => (stage === 'held' ? happened('covered', on) : [])),
  ]
}
