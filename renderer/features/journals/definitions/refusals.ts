import { CHOICE, date, type JournalDefinition, text, UNSEEN, WIDE } from '../column.ts'
import { EOTINISH, ESSENCE, IIN_OF, NUMBER, PERSON, TOPIC, unseen } from './applicant.ts'

/** Refusals of a reception (clauses 14, 27, 29): the ground, who decided, what was said; those that wait for a second person too. */
export const REFUSALS: JournalDefinition = {
  id: 'refusals',
  columns: [
    date('decided_on', ({ of, day }) => of.application?.registered?.refusal?.body.decidedOn ?? day),
    NUMBER,
    unseen(EOTINISH),
    PERSON,
    IIN_OF,
    unseen(TOPIC),
    ESSENCE,
    text(
      'ground',
      ({ of }, { t }) => {
        const ground = of.application?.registered?.refusal?.body.ground
        return ground ? t(`decision.ground.${ground}`) : ''
      },
      CHOICE,
      WIDE,
    ),
    text(
      'decider',
      ({ of }, { t }) => {
        const decider = of.application?.registered?.refusal?.body.decider
        return decider ? t(`decider.${decider}`) : ''
      },
      CHOICE,
      UNSEEN,
    ),
    text('decided_by', ({ of }) => of.application?.registered?.refusal?.personal?.decidedBy, CHOICE),
    text('facts', ({ of }) => of.application?.registered?.refusal?.personal?.facts, WIDE, UNSEEN),
    text('where_to_turn', ({ of }) => of.application?.registered?.refusal?.personal?.whereToTurn, WIDE, UNSEEN),
    text(
      'body',
      ({ of }, { entryOf }) => entryOf('body', of.application?.registered?.refusal?.body.body ?? null),
      CHOICE,
      UNSEEN,
    ),
    text(
      'status',
      ({ of }, { t }) =>
        t(of.application?.status === 'refusal_proposed' ? 'application.status.refusal_proposed' : 'journals.refused'),
      CHOICE,
    ),
  ],
}
