import type { UseFormReturn } from 'react-hook-form'
import { type Official, ReceptionRule } from '#shared/official/model.ts'
import { sharingRoom } from '#shared/official/rooms.ts'
import { ringOf } from '#shared/official/substitutes.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { OfficialFields } from './official-form.ts'

interface Compared {
  readonly form: UseFormReturn<OfficialFields>
  readonly id: string
  readonly others: readonly Official[]
}

/** What may be meant and so is not refused: a room that others have at the same hours, a ring of those who act. */
export function OfficialWarnings({ form, id, others }: Compared) {
  const { t, language } = useWords()
  const typed = form.watch()
  const official = {
    id,
    room: typed.room,
    rule: ReceptionRule.safeParse(typed.rule).data ?? null,
    from: PlainTime.safeParse(typed.from).data ?? null,
    to: PlainTime.safeParse(typed.to).data ?? null,
    since: PlainDate.safeParse(typed.since).data ?? null,
    until: PlainDate.safeParse(typed.until).data ?? null,
    substitutes: typed.substitutes,
  }
  const sharing = sharingRoom(official, others)
  const ring = ringOf(official, others) ?? []
  const namesOf = (found: readonly Official[]) => found.map(one => officialName(one, language)).join(', ')
  return (
    <>
      {sharing.length === 0 ? null : (
        <Notice tone="amber">{t('directories.official.room_shared', { names: namesOf(sharing) })}</Notice>
      )}
      {ring.length === 0 ? null : (
        <Notice tone="amber">
          {t('directories.official.ring', {
            names: namesOf(ring.flatMap(one => others.find(other => other.id === one) ?? [])),
          })}
        </Notice>
      )}
    </>
  )
}
