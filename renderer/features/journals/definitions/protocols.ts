import { protocolNumberText } from '#shared/protocol/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { CHOICE, date, type JournalDefinition, NARROW, number, text, UNSEEN, WIDE } from '../column.ts'
import { EOTINISH, IIN_OF, NUMBER, PERSON, TOPIC, unseen } from './applicant.ts'

/** Protocols of receptions that were signed (clause 23), annulled ones too. */
export const PROTOCOLS: JournalDefinition = {
  id: 'protocols',
  columns: [
    text('protocol', ({ of }) => (of.protocol?.signed ? protocolNumberText(of.protocol.signed.number) : ''), NARROW),
    date('held', ({ day }) => day),
    text(
      'from_to',
      ({ of }) => joined([of.protocol?.protocol?.from ?? '', of.protocol?.protocol?.to ?? ''], ' – '),
      NARROW,
      UNSEEN,
    ),
    NUMBER,
    unseen(EOTINISH),
    PERSON,
    unseen(IIN_OF),
    unseen(TOPIC),
    text(
      'received_by',
      ({ of }, { officialOf }) => (of.protocol?.signed ? officialOf(of.protocol.signed.officialId) : ''),
      CHOICE,
    ),
    text('place', ({ of }) => of.protocol?.protocol?.place, UNSEEN),
    text(
      'participants',
      ({ of }) =>
        joined(
          (of.protocol?.protocol?.participants ?? []).map(({ who }) => who),
          ', ',
        ),
      UNSEEN,
    ),
    text('essence', ({ of }) => of.protocol?.personal?.essence, WIDE, UNSEEN),
    text('decided', ({ of }) => of.protocol?.personal?.decision, WIDE),
    number('instructions', ({ of }) => of.protocol?.protocol?.instructions.length),
    date('signed', ({ of }) => of.protocol?.signed?.on),
    date('sent', ({ of }) => of.protocol?.dispatches[0]?.on),
    text(
      'sent_by',
      ({ of }, { t }) => {
        const channel = of.protocol?.dispatches[0]?.channel
        return channel ? t(`letter.channel.${channel}`) : ''
      },
      CHOICE,
      UNSEEN,
    ),
    text('status', ({ of }, { t }) => t(`journals.protocol.${of.protocol?.status ?? 'absent'}`), CHOICE),
  ],
}
