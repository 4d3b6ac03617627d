import { numberText } from '#shared/application/number.ts'
import { planClause } from '#shared/plan/clauses.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../../app/desk-rows.ts'
import { addressOf } from '../../../app/route.ts'
import { applicantName } from '../../../components/applicant-name.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Why } from '../../../components/WhyDate.tsx'
import type { PlannedRow } from '../../../db/query-types.ts'
import type { Translate } from '../../../i18n/use-words.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** The number and the name of an applicant, as lists show them. */
export function personTitle({ row }: Pick<PlannedRow, 'row'>, t: Translate): string {
  const name = row.erased ? t('applications.erased') : applicantName(row) || row.organisation
  return row.number === null ? name : `${numberText(row.number)} \u00b7 ${name}`
}

/** Who waits: number and name, the day the application came, the last day of the answer, language, consent. */
export function PersonFacts({ planned, outOfTurnShown }: { planned: PlannedRow; outOfTurnShown: boolean }) {
  const { t, dates } = useWords()
  const calendar = useWorkCalendar()
  const { person } = planned
  const clause = planClause('out_of_turn', person.profile)
  // An extension is told on the card; here stands the term it was extended from.
  const term = getTerm('answer', person.profile, person.counted, calendar)
  const isExtended = term.by !== person.answerBy
  return (
    <span className="grow">
      <a className="link" href={addressOf('applications', { open: person.application })}>
        {personTitle(planned, t)}
      </a>
      <span className="plan-facts">
        <span>{t('people.came', { date: screenDate(person.counted, dates) })}</span>
        <span>
          {t('people.answer_by', { date: screenDate(person.answerBy, dates) })}{' '}
          {isExtended ? null : <Why term={term} />}
        </span>
        <span>{t(`register.language.${person.language}`)}</span>
        {person.people > 1 ? <span>{t('people.delegation', { number: person.people })}</span> : null}
        {person.appointed?.video ? <Badge tone="sky">{t('people.video_agreed')}</Badge> : null}
        {outOfTurnShown && person.outOfTurn && clause !== null ? (
          <Badge tone="amber">{t('people.out_of_turn', { clause: clauseText(clause, person.profile, t) })}</Badge>
        ) : null}
      </span>
    </span>
  )
}
