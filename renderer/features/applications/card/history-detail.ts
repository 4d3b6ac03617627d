import { CorrectionGround, ReprintReason } from '#shared/application/registration.ts'
import { ACTION_TYPES, type ActionType, type BodyOf, isKnownType } from '#shared/change/action-types.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { isPaperVisit } from '#shared/pack/model.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { ticketText } from '#shared/visit/number.ts'
import type { HistoryLine } from '../../../db/query-types.ts'
import { bookingText, type CellWords } from '../columns.ts'

/** What of an act's body is told beside its name; empty where the name says all. Nothing personal stands in a body. */
export function historyDetail(line: Pick<HistoryLine, 'type' | 'body'>, words: CellWords): string {
  const { t, dates, officialOf, entryOf } = words
  const corrected = bodyIf('application.corrected', line)
  if (corrected) return t(`register.correct.ground.${CorrectionGround.parse(corrected.ground)}`)
  const booked = bodyIf('application.booked', line)
  if (booked) return `${bookingText(booked, dates)}, ${officialOf(booked.booking.officialId)}`
  const appointed = bodyIf('application.appointed', line)
  if (appointed) return appointed.officialId === null ? t('act.appoint.nobody') : officialOf(appointed.officialId)
  const briefed = bodyIf('application.briefed', line)
  if (briefed) return t(`preparation.proposal.${briefed.proposal}`)
  const dropped = bodyIf('application.booking_dropped', line)
  if (dropped) return t(`act.drop_booking.ground.${dropped.ground}`)
  const received = bodyIf('application.received', line)
  if (received) {
    return joined(
      [entryOf('result', received.result), isPaperVisit(received.visit) ? t('card.history.from_paper') : ''],
      ', ',
    )
  }
  const came = bodyIf('application.registered', line)?.registration.catchUp ?? null
  if (came !== null) return t('card.history.came', { date: screenDate(came.on, dates), time: came.at })
  const withdrawn = bodyIf('application.withdrawn', line)
  if (withdrawn) return t(`act.withdraw.how.${withdrawn.how}`)
  const reopened = bodyIf('application.reopened', line)
  if (reopened) return t(`act.reopen.ground.${reopened.ground}`)
  const decided = decisionDetail(line, words)
  if (decided !== '') return decided
  const letter = bodyIf('application.letter_noted', line)
  if (letter) {
    const annulled = letter.outcome === 'annulled' ? t('letter.status.annulled') : ''
    return joined([t(`letter.kind.${letter.kind}`), outgoingText(letter.number), annulled], ', ')
  }
  const called = bodyIf('line.called', line)
  if (called) return ticketText(called.ticket)
  const taken = bodyIf('line.taken', line)
  if (taken) return t(`line.ground.${taken.ground}`)
  const lettered = bodyIf('desk.opened', line) ?? bodyIf('desk.lettered', line)
  if (lettered) return lettered.letter
  const settled = bodyIf('clash.settled', line)
  if (settled) return t(`clash.ground.${settled.ground}`)
  const talon = bodyIf('application.talon_made', line)
  if (talon) {
    const became = talon.result === 'printed' ? '' : t(`card.talon.${talon.result}`)
    const reason = talon.reprint === null ? '' : t(`talon.reason.${ReprintReason.parse(talon.reprint)}`)
    return [became, reason].filter(part => part !== '').join(', ')
  }
  return ''
}

/** What was decided, in a word: the rest stands among the decisions of the card. */
function decisionDetail(line: Pick<HistoryLine, 'type' | 'body'>, { t, dates, entryOf }: CellWords): string {
  const checked = bodyIf('application.completeness_checked', line)
  if (checked) return t(`decision.${checked.outcome}`)
  const competence = bodyIf('application.competence_decided', line)
  if (competence) {
    return joined([t(`decision.competence.${competence.outcome}`), entryOf('body', competence.body)], ', ')
  }
  const repeat = bodyIf('application.repeat_decided', line)
  if (repeat) return t(repeat.same ? 'decision.same.yes' : 'decision.same.no')
  const returned = bodyIf('application.returned', line)
  if (returned) return t(`decision.return.${returned.ground}`)
  const refused = bodyIf('application.refused', line) ?? bodyIf('application.refusal_proposed', line)
  if (refused) return t(`decision.ground.${refused.ground}`)
  const extended = bodyIf('application.extended', line)
  return extended ? screenDate(extended.until, dates) : ''
}

function bodyIf<T extends ActionType>(
  type: T,
  { type: own, body }: Pick<HistoryLine, 'type' | 'body'>,
): BodyOf<T> | null {
  if (own !== type || !isKnownType(own)) return null
  const parsed = ACTION_TYPES[type].body.safeParse(body)
  return parsed.success ? (parsed.data as BodyOf<T>) : null
}
