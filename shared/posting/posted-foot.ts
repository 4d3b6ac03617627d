import type { ProfileId } from '../office/model.ts'
import type { Bilingual } from '../official/model.ts'
import { profileOf } from '../regulation/profile.ts'
import { assertNever } from '../result/result.ts'
import type { PostedSheet } from '../schedule/posted-sheet.ts'
import type { SheetTexts } from './sheet-texts.ts'

/** A paragraph under the table: how large against the sheet's type. */
export interface FootParagraph {
  readonly key: string
  readonly kind: 'note' | 'text' | 'source'
  readonly mark: string
  readonly text: Bilingual
}

/** Keys of the words under the table. */
export type FootKey =
  | `schedule.move.${PostedSheet['notes'][number]['code']}`
  | 'schedule.sheet.document'
  | 'schedule.sheet.out_of_turn'
  | 'schedule.sheet.out_of_turn_rules'
  | 'schedule.sheet.same_day'
  | 'schedule.sheet.booking'
  | 'schedule.sheet.contact'
  | 'schedule.sheet.contact_email'
  | 'schedule.sheet.source'
  | 'schedule.sheet.mark'

/** What stands under the table: why receptions were moved, what to bring, how to book, and the act it all rests on. */
export function footOf(sheet: PostedSheet, texts: SheetTexts<FootKey>): FootParagraph[] {
  const { address, phone, email, room } = sheet.office
  const lines = [
    texts('schedule.sheet.document'),
    texts(outOfTurnKey(sheet.profile), { clause: profileOf(sheet.profile).outOfTurn.clause.clause }),
    // Clause 3; the rules of 2026 know no reception on the day of the application.
    ...(sheet.staff.length > 0 && sheet.profile === 'WKO-2020/2023' ? [texts('schedule.sheet.same_day')] : []),
    texts('schedule.sheet.booking', { room, hours: sheet.bookingHours, lunch: sheet.lunch }),
  ]
  if (phone !== '' && address.kk !== '' && address.ru !== '') {
    lines.push(texts('schedule.sheet.contact', { address, phone }))
  }
  if (email !== '') lines.push(texts('schedule.sheet.contact_email', { email }))
  const notes = sheet.notes.map(note => ({
    key: `note ${note.number}`,
    kind: 'note' as const,
    mark: String(note.number),
    text: texts(moveKey(note), { from: note.from, to: note.to, reason: note.reason }),
  }))
  const mark = sheet.mark === null ? [] : [texts('schedule.sheet.mark', { mark: sheet.mark })]
  return [
    ...notes,
    { key: 'text', kind: 'text', mark: '', text: inOneLine(lines) },
    { key: 'source', kind: 'source', mark: '', text: texts('schedule.sheet.source', { source: sheet.source }) },
    ...mark.map(text => ({ key: 'mark', kind: 'source' as const, mark: '', text })),
  ]
}

function inOneLine(lines: readonly Bilingual[]): Bilingual {
  return { kk: lines.map(line => line.kk).join(' '), ru: lines.map(line => line.ru).join(' ') }
}

/** A day off the calendar does not name is told without a reason rather than with half a sentence. */
function moveKey({ code, reason }: PostedSheet['notes'][number]): FootKey {
  if (reason.kk === '' || reason.ru === '') return 'schedule.move.by_hand'
  return `schedule.move.${code}`
}

function outOfTurnKey(profile: ProfileId): FootKey {
  switch (profile) {
    case 'WKO-2020/2023':
      return 'schedule.sheet.out_of_turn'
    case 'KZ-2026':
      return 'schedule.sheet.out_of_turn_rules'
    default:
      return assertNever(profile)
  }
}
