import type { PostedSheet } from '#shared/schedule/posted-sheet.ts'
import type { FootParagraph } from './posted-size.ts'
import type { ScheduleSheetKey, SheetTexts } from './sheet-texts.ts'

/** What stands under the table: why receptions were moved, what to bring, how to book, and the act it all rests on. */
export function footOf(sheet: PostedSheet, texts: SheetTexts<ScheduleSheetKey>): FootParagraph[] {
  const { address, phone, room } = sheet.office
  const lines = [
    texts('schedule.sheet.document'),
    texts('schedule.sheet.out_of_turn'),
    texts('schedule.sheet.booking', { room, hours: sheet.bookingHours, lunch: sheet.lunch }),
  ]
  if (phone !== '' && address.kk !== '' && address.ru !== '') {
    lines.push(texts('schedule.sheet.contact', { address, phone }))
  }
  const notes = sheet.notes.map(note => ({
    key: `note ${note.number}`,
    kind: 'note' as const,
    mark: String(note.number),
    text: texts(moveKey(note), { from: note.from, to: note.to, reason: note.reason }),
  }))
  const text = { kk: lines.map(line => line.kk).join(' '), ru: lines.map(line => line.ru).join(' ') }
  return [
    ...notes,
    { key: 'text', kind: 'text', mark: '', text },
    { key: 'source', kind: 'source', mark: '', text: texts('schedule.sheet.source', { source: sheet.source }) },
  ]
}

/** A day off the calendar does not name is told without a reason rather than with half a sentence. */
function moveKey({ code, reason }: PostedSheet['notes'][number]): ScheduleSheetKey {
  if (reason.kk === '' || reason.ru === '') return 'schedule.move.by_hand'
  return `schedule.move.${code}`
}
