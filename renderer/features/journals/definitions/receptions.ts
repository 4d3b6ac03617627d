import { isControlled } from '#shared/instruction/transitions.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { ticketText } from '#shared/visit/number.ts'
import { CHOICE, date, type JournalDefinition, NARROW, text, UNSEEN, WIDE } from '../column.ts'
import {
  ADDRESS,
  CATEGORY,
  DISTRICT,
  EOTINISH,
  ESSENCE,
  IIN_OF,
  NUMBER,
  PERSON,
  PHONE_OF,
  TOPIC,
  unseen,
  yes,
} from './applicant.ts'
import { executorText, linesOf } from './executor.ts'

const timeOf = (at: string | null | undefined) => (at ? officeTime(Date.parse(at)) : '')

/** The journal of personal receptions (Code art. 63, clauses 23 and 33): who was received, by whom, what came of it. */
export const RECEPTIONS: JournalDefinition = {
  id: 'receptions',
  columns: [
    date('received', ({ day }) => day),
    text('ticket', ({ of }) => (of.visit?.checkIn ? ticketText(of.visit.checkIn.ticket) : ''), NARROW, UNSEEN),
    text('started', ({ of }) => timeOf(of.visit?.startedAt), NARROW, UNSEEN),
    text('finished', ({ of }) => timeOf(of.visit?.finishedAt), NARROW, UNSEEN),
    unseen(NUMBER),
    EOTINISH,
    PERSON,
    IIN_OF,
    ADDRESS,
    unseen(PHONE_OF),
    CATEGORY,
    text('out_of_turn', ({ of }, words) => yes(of.visit?.checkIn?.outOfTurn, words), NARROW, UNSEEN),
    unseen(DISTRICT),
    text(
      'received_by',
      ({ of: { visit, protocol, application } }, { officialOf }) => {
        const id = protocol?.signed?.officialId ?? visit?.checkIn?.officialId ?? application?.facts?.officialId
        return id ? officialOf(id) : application?.personal?.officialText
      },
      CHOICE,
    ),
    ESSENCE,
    TOPIC,
    text(
      'result',
      ({ of: { visit, application } }, { entryOf }) =>
        entryOf('result', visit?.result ?? application?.facts?.result ?? null),
      CHOICE,
    ),
    text('instructed', ({ instructions }, words) => linesOf(instructions, one => executorText(one, words))),
    text('instruction', ({ instructions }) => linesOf(instructions, ({ text }) => text), WIDE, UNSEEN),
    text('due', ({ instructions }, { dates }) =>
      linesOf(instructions, ({ dueOn }) => dueOn && screenDate(dueOn, dates)),
    ),
    text('off_control', ({ instructions }, { t, dates }) =>
      linesOf(instructions, one =>
        isControlled(one) ? t('journals.on_control') : one.closed && screenDate(one.closed.on, dates),
      ),
    ),
    text('protocol', ({ of }) => (of.protocol?.signed ? protocolNumberText(of.protocol.signed.number) : ''), UNSEEN),
    text('note', ({ of }, { t }) =>
      joined([of.visit?.heldOnPaper ? t('journals.held_on_paper') : '', of.protocol?.personal?.note ?? ''], '; '),
    ),
  ],
}
