import { numberText } from '#shared/application/number.ts'
import { type Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { Action, nounOf } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { AtDesk } from './at-desk.ts'
import { ask } from './reception.ts'

/** An application as it was registered, with the number a person reads and whose it is. */
export type RegisteredRow = Registration &
  RegistrationPersonal & { readonly number: string; readonly subject: string | undefined }

/** Everything people did: the marks of the audit, which main sets by itself, are left out. */
export async function journal(at: AtDesk): Promise<Action[]> {
  const { actions } = await ask<{ actions: unknown[] }>(at, 'journalRead', { after: {}, limit: 2000 })
  return actions.map(one => Action.parse(one)).filter(({ entity }) => nounOf(entity) !== 'audit')
}

/** Found of a registration by the hour at which the suite runs, be it a Sunday night; nothing of what was typed. */
const OF_THE_HOUR = ['outside_hours', 'lunch_hours']

/** Every application of the desk as it was registered, oldest first. */
export async function registered(at: AtDesk): Promise<RegisteredRow[]> {
  return (await journal(at)).flatMap(action => {
    if (action.type !== 'application.registered') return []
    const { registration, number } = bodyOf('application.registered', action)
    const findings = registration.findings.filter(({ code }) => !OF_THE_HOUR.includes(code))
    const personal = RegistrationPersonal.parse(action.personal?.value)
    return [{ ...registration, findings, ...personal, number: numberText(number), subject: action.personal?.subject }]
  })
}
