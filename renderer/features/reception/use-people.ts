import { peopleToCheck } from '#shared/visit/identity.ts'
import type { MemberPlace } from '#shared/visit/model.ts'
import { applicantName } from '../../components/applicant-name.ts'
import type { ApplicationCard, VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

/** One of those who came with a visit, by name as far as it was registered. */
export interface PersonOfVisit {
  readonly member: MemberPlace
  readonly name: string
}

/** Everybody of a visit who is to be checked, the applicant first. */
export function usePeople({ state, application }: VisitRow, card: ApplicationCard | null | undefined): PersonOfVisit[] {
  const { t } = useWords()
  const members = card?.registered?.personal?.members ?? []
  return peopleToCheck(state.checkIn?.members ?? 0).map(member => {
    if (member === null) {
      return { member, name: (application && applicantName(application)) || t('identity.applicant') }
    }
    const named = members[member]
    const name = named === undefined ? '' : applicantName(named)
    return { member, name: name || t('identity.member', { number: member + 1 }) }
  })
}
