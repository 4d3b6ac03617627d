import type { Member, Powers, Principal, RegistrationPersonal } from '#shared/application/registration.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../../components/applicant-name.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useDimensionWords } from '../use-dimension-words.ts'
import { Fact, Part } from './Part.tsx'

/** Who is concerned beside the applicant, by what right, and what was brought. */
export function OthersPart({ registered, personal }: { registered: Registered; personal: RegistrationPersonal }) {
  const { t } = useWords()
  const { registration } = registered
  return (
    <>
      {registration.represented ? (
        <Part title={t('card.representation')}>
          <dl className="facts">
            {personal.principal === null ? null : <PrincipalFacts principal={personal.principal} />}
            {personal.powers === null ? null : <PowersFacts powers={personal.powers} />}
          </dl>
        </Part>
      ) : null}
      {registration.delegation === null ? null : (
        <Part title={t('card.delegation', { count: registration.delegation })}>
          <Members members={personal.members} />
        </Part>
      )}
      {personal.papers.length === 0 ? null : (
        <Part title={t('register.part.papers')}>
          <ul className="plain-list">
            {personal.papers.map(paper => (
              <li key={`${paper.title} ${paper.kind}`}>
                {paper.title}{' '}
                <span className="mute">
                  {t(`register.paper.${paper.kind}`)}, {t('card.pages', { count: paper.pages })}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function PrincipalFacts({ principal }: { principal: Principal }) {
  const { t } = useWords()
  return (
    <>
      <Fact label={t('register.principal')} text={applicantName(principal)} />
      <Fact label={t('column.iin')} text={principal.iin} />
      <Fact label={t('register.principal.organisation')} text={principal.organisation} />
      <Fact label={t('column.bin')} text={principal.bin} />
    </>
  )
}

function PowersFacts({ powers }: { powers: Powers }) {
  const { t, dates } = useWords()
  const { entryOf } = useDimensionWords()
  const day = (date: PlainDate | null) => (date === null ? '' : screenDate(date, dates))
  return (
    <>
      <Fact label={t('register.powers')} text={entryOf('powers', powers.document)} />
      <Fact label={t('register.powers.number')} text={powers.number} />
      <Fact label={t('register.powers.issuer')} text={powers.issuer} />
      <Fact label={t('register.powers.issued')} text={day(powers.issued)} />
      <Fact label={t('register.powers.valid_to')} text={day(powers.validTo)} />
      <Fact label={t('register.powers.scope')} text={powers.scope} />
    </>
  )
}

function Members({ members }: { members: readonly Member[] }) {
  return (
    <ul className="plain-list">
      {members.map(member => (
        <li key={`${applicantName(member)} ${member.iin}`}>
          {applicantName(member)} <span className="mute">{member.iin}</span>
        </li>
      ))}
    </ul>
  )
}
