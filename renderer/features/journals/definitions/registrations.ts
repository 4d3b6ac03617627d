import { officeTime } from '#shared/time/office-time.ts'
import { statusText } from '../../applications/status.ts'
import { CHOICE, date, type JournalDefinition, NARROW, text, UNSEEN } from '../column.ts'
import {
  ADDRESS,
  CATEGORY,
  DISTRICT,
  EOTINISH,
  ESSENCE,
  IIN_OF,
  NUMBER,
  OFFICIAL,
  PERSON,
  PHONE_OF,
  TOPIC,
  unseen,
} from './applicant.ts'

/** The journal of registration: all that was registered, in the order of numbers. */
export const REGISTRATIONS: JournalDefinition = {
  id: 'registrations',
  columns: [
    NUMBER,
    date('registered', ({ day }) => day),
    text('time', ({ of }) => (of.application?.registered ? officeTime(Date.parse(of.application.registered.at)) : ''), {
      ...NARROW,
      ...UNSEEN,
    }),
    PERSON,
    IIN_OF,
    text('organisation', ({ of }) => of.application?.personal?.organisation, UNSEEN),
    text('bin', ({ of }) => of.application?.personal?.bin, UNSEEN),
    unseen(PHONE_OF),
    ADDRESS,
    unseen(CATEGORY),
    DISTRICT,
    text('channel', ({ of }, { entryOf }) => entryOf('channel', of.application?.facts?.channel ?? null), CHOICE),
    text(
      'language',
      ({ of }, { entryOf }) => entryOf('language', of.application?.facts?.language ?? null),
      CHOICE,
      UNSEEN,
    ),
    TOPIC,
    ESSENCE,
    EOTINISH,
    unseen(OFFICIAL),
    date('booked', ({ of }) => of.application?.registered?.booking?.date, UNSEEN),
    text(
      'status',
      ({ of: { application } }, { t, entryOf }) =>
        application?.facts ? statusText({ status: application.status, facts: application.facts }, t, entryOf) : '',
      CHOICE,
    ),
    date('received', ({ of }) => of.application?.facts?.received, UNSEEN),
    text('result', ({ of }, { entryOf }) => entryOf('result', of.application?.facts?.result ?? null), CHOICE, UNSEEN),
    text('accepted_by', ({ of }, { userOf }) => userOf(of.application?.registered?.by), CHOICE, UNSEEN),
  ],
}
