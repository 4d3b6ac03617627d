import type { Official } from '#shared/official/model.ts'
import type { ComparedField } from '#shared/schedule/compare.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { officialName } from '../../components/official-name.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { JOINT_WORDS, KIND_WORDS, MODE_WORDS } from './kind-words.ts'

/** What a field of a reception is called. */
export const FIELD_WORDS = {
  official: 'schedule.field.official',
  date: 'schedule.field.date',
  hours: 'schedule.field.hours',
  room: 'schedule.field.room',
  kind: 'schedule.field.kind',
  mode: 'schedule.field.mode',
  slots: 'schedule.field.slots',
  capacity: 'schedule.field.capacity',
  instruction: 'schedule.field.instruction',
  meeting: 'schedule.field.meeting',
} as const satisfies Record<ComparedField, LocaleKey>

const NOTHING = '\u2014'

/** What a field of a reception says, in words. */
export function useFieldTexts(officials: readonly Official[]): (one: Reception, field: ComparedField) => string {
  const { t, dates, language, pick } = useWords()
  const texts: Record<ComparedField, (one: Reception) => string> = {
    official: one => {
      const official = officials.find(known => known.id === one.officialId)
      return official === undefined ? NOTHING : officialName(official, language)
    },
    date: one => screenDate(one.date, dates),
    hours: one => `${one.from}\u2013${one.to}`,
    room: one => one.room || NOTHING,
    kind: one => t(KIND_WORDS[one.kind]),
    mode: one => joined([t(MODE_WORDS[one.mode]), one.link], ', '),
    slots: one => t('schedule.field.slot_text', { slot: one.slot, buffer: one.buffer }),
    capacity: one => (one.capacity === null ? NOTHING : String(one.capacity)),
    instruction: ({ instruction }) =>
      instruction === null
        ? NOTHING
        : joined([screenDate(instruction.on, dates), instruction.number, instruction.text], ', '),
    meeting: ({ meeting }) =>
      meeting === null
        ? NOTHING
        : joined(
            [screenDate(meeting.on, dates), pick(meeting.place), ...meeting.joint.map(who => t(JOINT_WORDS[who]))],
            ', ',
          ),
  }
  return (one, field) => texts[field](one)
}
