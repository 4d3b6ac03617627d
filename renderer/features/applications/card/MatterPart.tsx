import { numberText } from '#shared/application/number.ts'
import type { ApplicationFacts, ApplicationPersonal } from '#shared/application/transitions.ts'
import { type EntityId, keyOf } from '#shared/change/action.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { fromDayNumber, type PlainDate } from '#shared/time/plain-date.ts'
import { dayOfVisit } from '#shared/visit/number.ts'
import { addressOf } from '../../../app/route.ts'
import { useRows } from '../../../app/use-rows.ts'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { statusText } from '../status.ts'
import { useDimensionWords } from '../use-dimension-words.ts'
import { Fact } from './Part.tsx'

interface Shown {
  readonly card: ApplicationCard
  readonly facts: ApplicationFacts
  readonly personal: ApplicationPersonal | null
}

/** What the application is about, where it came from and how it stands. */
export function MatterPart({ card, facts, personal }: Shown) {
  const { t, dates } = useWords()
  const { nameOf, entryOf } = useDimensionWords()
  const day = (date: PlainDate | null) => (date === null ? '' : screenDate(date, dates))
  const official = facts.officialId === null ? (personal?.officialText ?? '') : nameOf('byOfficial', facts.officialId)
  const subtopic = card.registered?.registration.subtopic ?? null
  const isOnlyHere = card.registered !== null && personal !== null
  const topic = [facts.topic, subtopic].filter(code => code !== null).map(code => entryOf('topic', code))
  return (
    <dl className="facts">
      {card.registered === null ? (
        <Fact label={t('column.registered')} text={day(facts.registered) || t('applications.undated')} />
      ) : (
        <AcceptedFacts card={card} />
      )}
      <Fact label={t('column.essence')} text={personal?.essence ?? ''} />
      <Fact label={t('column.topic')} text={topic.join(': ')} />
      <Fact label={t('column.channel')} text={facts.channel === null ? '' : nameOf('byChannel', facts.channel)} />
      <Fact label={t('column.official')} text={official} />
      <Fact label={t('column.status')} text={statusText({ status: card.status, facts }, t, entryOf)} />
      <Fact label={t('column.received')} text={day(facts.received)} />
      <Fact label={t('column.result')} text={facts.result === null ? '' : nameOf('byResult', facts.result)} />
      <HandedInFact visit={card.registered?.registration.atReception ?? null} />
      <Fact label={t('column.eotinish')} text={personal?.eotinish || (isOnlyHere ? t('card.eotinish.none') : '')} />
    </dl>
  )
}

const NOTHING = {}

/** Number, day and hour of the registration, and who accepted it. */
function AcceptedFacts({ card: { registered } }: { card: ApplicationCard }) {
  const { t, dates } = useWords()
  const users = useRows('users.all', NOTHING)
  if (registered === null) return null
  const { number, on, at, by, registration } = registered
  const { catchUp, asOf } = registration
  const user = users?.find(one => one.user?.id === by)?.user
  return (
    <>
      <Fact label={t('column.number')} text={numberText(number)} />
      <Fact label={t('column.registered')} text={`${screenDate(on, dates)}, ${officeTime(Date.parse(at))}`} />
      <Fact label={t('card.accepted_by')} text={user?.name ?? ''} />
      {asOf === null ? null : <Fact label={t('card.as_of')} text={screenDate(asOf, dates)} />}
      {catchUp === null ? null : (
        <Fact label={t('register.late.on')} text={`${screenDate(catchUp.on, dates)}, ${catchUp.at}`} />
      )}
    </>
  )
}

/** The mark of clause 25, with the way to the visitor during whose reception it was handed in. */
function HandedInFact({ visit }: { visit: EntityId | null }) {
  const { t, dates } = useWords()
  const number = visit === null ? null : dayOfVisit(keyOf(visit))
  if (visit === null || number === null) return null
  const day = fromDayNumber(number)
  return (
    <>
      <dt>{t('card.at_reception')}</dt>
      <dd>
        {t('register.at_reception.mark')}
        {' \u00b7 '}
        <a className="link" href={addressOf('reception', { day, open: visit })}>
          {t('card.at_reception.visit', { date: screenDate(day, dates) })}
        </a>
      </dd>
    </>
  )
}
