import { outgoingText } from '#shared/letter/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { CHOICE, date, type JournalDefinition, number, text, UNSEEN, WIDE } from '../column.ts'
import { EOTINISH, IIN_OF, NUMBER, PERSON, unseen } from './applicant.ts'

/** The journal of outgoing letters, in the order of their numbers, annulled ones too. */
export const LETTERS: JournalDefinition = {
  id: 'letters',
  columns: [
    text('outgoing', ({ of }) => (of.letter?.signed ? outgoingText(of.letter.signed.number) : '')),
    date('signed', ({ day }) => day),
    text(
      'addressee',
      ({ of }, { language }) => joined([...(of.letter?.personal?.addressee[language] ?? [])], ', '),
      WIDE,
    ),
    unseen(PERSON),
    unseen(IIN_OF),
    text(
      'letter_kind',
      ({ of }, { t }) => (of.letter?.letter ? t(`letter.kind.${of.letter.letter.kind}`) : ''),
      CHOICE,
      WIDE,
    ),
    text('heading', ({ of }, { language }) => of.letter?.personal?.heading[language], WIDE, UNSEEN),
    NUMBER,
    unseen(EOTINISH),
    date('sent', ({ of }) => of.letter?.sent?.on),
    text('sent_by', ({ of }, { t }) => (of.letter?.sent ? t(`letter.channel.${of.letter.sent.channel}`) : ''), CHOICE),
    number('tries', ({ of }) => of.letter?.dispatches.filter(({ arrived }) => !arrived).length || null, UNSEEN),
    text(
      'proof',
      ({ of }) =>
        joined(
          (of.letter?.dispatches ?? []).flatMap(({ said }) => said ?? []),
          '; ',
        ),
      UNSEEN,
    ),
    text('executor', ({ of }) => of.letter?.personal?.executor.name, CHOICE, UNSEEN),
    text(
      'status',
      ({ of }, { t }) => (of.letter && of.letter.status !== 'absent' ? t(`letter.status.${of.letter.status}`) : ''),
      CHOICE,
    ),
  ],
}
