import { membersOf, standingOnPaper } from '#shared/pack/entry.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { faultsOfCheck, peopleToCheck } from '#shared/visit/identity.ts'
import type { MemberPlace } from '#shared/visit/model.ts'
import { typedDate } from '../../components/typed-date.ts'
import { checkOf, newIdentityForm } from '../reception/identity-form.ts'
import { FAULT_WORDS } from '../reception/visit-words.ts'
import {
  type CheckField,
  type CheckForm,
  type EntryField,
  type EntryForm,
  membersTyped,
  typedPeople,
} from './entry-form.ts'
import type { Around, Asked, EntryFault } from './entry-values.ts'

/** Those who came of a line, and what of their checks is written. */
export interface EntryChecks {
  /** How many came, the applicant included; null: it cannot be read. */
  readonly people: number | null
  readonly standing: ReturnType<typeof standingOnPaper>
  readonly checks: Asked['checks']
  readonly admitted: string | null
  readonly faults: readonly EntryFault[]
}

type By = Pick<Around, 'registered' | 'looked' | 'mayAdmit'>

/** The checks of everybody who came, member by member, and the lead's written word on those that did not pass. Pure. */
export function entryChecks(form: EntryForm, by: By): EntryChecks {
  const { registered, looked, mayAdmit } = by
  const people = form.isKnown ? membersOf(registered?.registration.delegation ?? null) + 1 : typedPeople(form.people)
  const members = membersTyped(form, people)
  const day = typedDate(form.day) ?? looked.now.on
  const written = peopleToCheck(members.length).flatMap(member => {
    const check = member === null ? form.check : members[member]
    return check === undefined || check.checked === '' ? [] : [{ member, ...writtenOf(check, member, day) }]
  })
  const checks = written.map(one => one.asked)
  const standing = standingOnPaper(
    checks.map(one => one.check),
    { members: members.length },
  )
  const reason = form.reason.trim()
  const admitted = standing === 'lead' && mayAdmit && reason !== '' ? reason : null
  const faults: EntryFault[] = [
    ...(people === null ? [{ field: 'people' as const, key: 'paper.fault.people' as const }] : []),
    ...(form.isKnown ? [] : unnamed(members)),
    ...written.flatMap(one => one.faults),
    ...(form.isHeld && standing !== 'passed' && admitted === null ? [notLetIn(standing, mayAdmit)] : []),
  ]
  return { people, standing, checks, admitted, faults }

  function writtenOf({ checked, document, number, comment }: CheckForm, member: MemberPlace, on: PlainDate) {
    const result = checked === 'expired' || checked === '' ? 'matched' : checked
    const identity = newIdentityForm(form.isKnown ? registered : null, on, member)
    const asked = checkOf({ ...identity, result, document, number, comment }, on)
    if (checked === 'expired') asked.check.expired = true
    const found = faultsOfCheck(asked.check, asked.personal, on)
    return {
      asked,
      faults: found.map(({ field, code }): EntryFault => ({ field: fieldOf(member, field), key: FAULT_WORDS[code] })),
    }
  }
}

function fieldOf(member: MemberPlace, field: string): EntryField {
  const own: CheckField = field === 'document' || field === 'comment' ? field : 'number'
  return member === null ? own : `members.${member}.${own}`
}

/** Places are by the named: whoever stands before a named one is named too. */
function unnamed(members: readonly { readonly surname: string; readonly given: string }[]): EntryFault[] {
  const isNamed = members.map(({ surname, given }) => surname.trim() !== '' || given.trim() !== '')
  return members.flatMap((_, place): EntryFault[] =>
    !isNamed[place] && isNamed.includes(true, place + 1)
      ? [{ field: `members.${place}.surname`, key: 'paper.fault.member' }]
      : [],
  )
}

function notLetIn(standing: EntryChecks['standing'], mayAdmit: boolean): EntryFault {
  return standing === 'lead' && mayAdmit
    ? { field: 'reason', key: 'identity.admit.reason_missing' }
    : { field: 'result', key: 'error.paper.not_let_in' }
}
