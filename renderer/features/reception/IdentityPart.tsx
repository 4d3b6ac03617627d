import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { ProfileId } from '#shared/office/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import type { MemberPlace } from '#shared/visit/model.ts'
import { findUnchecked } from '#shared/visit/transitions.ts'
import { Notice } from '../../components/Notice.tsx'
import type { ApplicationCard, VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useClause } from '../applications/card/decisions/use-clause.ts'
import { AdmissionPart } from './AdmissionPart.tsx'
import { CheckRecorded } from './CheckRecorded.tsx'
import { IdentityFields } from './IdentityFields.tsx'
import { typedKey } from './typed-checks.ts'
import { usePeople } from './use-people.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { actsOf, overOf } from './visit-acts.ts'

interface Shown {
  readonly day: ReceptionDay
  readonly visit: VisitRow
  readonly card: ApplicationCard | null | undefined
  readonly acts: ReceptionActs
}

/** The check before the call (clause 9): what was recorded of each who came, the form of the next, the lead's decision. */
export function IdentityPart({ day, visit, card, acts }: Shown) {
  const { t } = useWords()
  const { state } = visit
  const wanted = acts.wanted?.what === 'check' ? acts.wanted : null
  const mayCheck = actsOf(state.status, overOf(day.isOver, state)).includes('check')
  const isOpen = mayCheck && (state.status === 'arrived' || wanted !== null)
  const people = usePeople(visit, card)
  const total = people.length
  const profile = card?.registered?.profile
  return (
    <section className="part" aria-label={t('identity.title')}>
      <h3>
        {t('identity.title')} {profile === undefined ? null : <Clause profile={profile} />}
      </h3>
      {total === 1 ? null : <p className="mute">{t('identity.progress', { number: state.checks.length, total })}</p>}
      {state.checks.map(check => (
        <CheckRecorded
          key={check.member}
          check={check}
          name={total === 1 ? null : (people.find(({ member }) => member === check.member)?.name ?? null)}
        />
      ))}
      {state.status === 'barred' ? <Notice tone="red">{t('identity.barred')}</Notice> : null}
      <AdmissionPart visit={visit} people={people} acts={acts} isOver={day.isOver} />
      {isOpen && card !== undefined ? (
        <CheckOf key={visit.head} day={day} visit={visit} card={card} acts={acts} wanted={wanted} />
      ) : null}
    </section>
  )
}

/** The clause of the act the application is handled by. */
function Clause({ profile }: { profile: ProfileId }) {
  return <span className="mute">{useClause(profile)(profileOf(profile).identity).full}</span>
}

interface Checking extends Shown {
  readonly wanted: object | null
}

/** The form of one person; of a delegation the next who was not checked yet, or whom the clerk chooses. */
function CheckOf({ day, visit, card, acts, wanted }: Checking) {
  const { t } = useWords()
  const people = usePeople(visit, card)
  const [chosen, setChosen] = useState<MemberPlace | undefined>(undefined)
  const member = chosen === undefined ? (findUnchecked(visit.state) ?? null) : chosen
  return (
    <>
      {people.length === 1 ? null : (
        <NativeSelect
          label={t('identity.who')}
          data={people.map((one, index) => ({
            value: String(one.member),
            label: t('identity.person', { number: index + 1, total: people.length, name: one.name }),
          }))}
          value={String(member)}
          onChange={event => {
            const value = event.currentTarget.value
            setChosen(people.find(one => String(one.member) === value)?.member)
          }}
        />
      )}
      <IdentityFields
        key={String(member)}
        member={member}
        typed={acts.typed}
        typedAs={typedKey(visit, member)}
        registered={card?.registered ?? null}
        today={day.today}
        busy={acts.work.call.busy}
        // Whoever goes through the people by the arrows stays among them.
        wanted={chosen === undefined ? wanted : null}
        onSave={(check, personal) => acts.check(visit, check, personal)}
      />
    </>
  )
}
