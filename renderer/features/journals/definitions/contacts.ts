import { officeTime } from '#shared/time/office-time.ts'
import { applicantName } from '../../../components/applicant-name.ts'
import { CHOICE, date, type JournalDefinition, NARROW, PHONE, text, UNSEEN, WIDE } from '../column.ts'
import { yes } from './applicant.ts'

/** The log of contacts and calls that are not applications. A name and a phone stand in it by consent alone (clause 36). */
export const CONTACTS: JournalDefinition = {
  id: 'contacts',
  columns: [
    date('contact_on', ({ day }) => day),
    text('time', ({ of }) => (of.contact?.at ? officeTime(Date.parse(of.contact.at)) : ''), NARROW),
    text('channel', ({ of }, { entryOf }) => entryOf('channel', of.contact?.contact?.channel ?? null), CHOICE),
    text('consulted', ({ of }, words) => yes(of.contact?.contact?.consultation, words), CHOICE, NARROW),
    text('declined', ({ of }, words) => yes(of.contact?.contact?.declinedBooking, words), CHOICE, NARROW),
    text('topic', ({ of }, { entryOf }) => entryOf('topic', of.contact?.contact?.topic ?? null), CHOICE),
    text('subtopic', ({ of }, { entryOf }) => entryOf('topic', of.contact?.contact?.subtopic ?? null), CHOICE, UNSEEN),
    text('district', ({ of }, { entryOf }) => entryOf('district', of.contact?.contact?.district ?? null), CHOICE),
    text(
      'language',
      ({ of }, { entryOf }) => entryOf('language', of.contact?.contact?.language ?? null),
      CHOICE,
      UNSEEN,
    ),
    text('advised_by', ({ of }, { userOf }) => userOf(of.contact?.contact?.advisedBy), CHOICE),
    text('person', ({ of }) => (of.contact?.personal ? applicantName(of.contact.personal) : ''), UNSEEN),
    text('phone', ({ of }) => of.contact?.personal?.phone, PHONE, UNSEEN),
    text('note', ({ of }) => of.contact?.personal?.note, WIDE),
  ],
}
