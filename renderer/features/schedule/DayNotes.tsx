import { IconUserOff, IconVideo } from '@tabler/icons-react'
import type { Absence } from '#shared/absence/model.ts'
import { assertNever } from '#shared/result/result.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { MonthView } from './month-view.ts'

/** Who or what is away on a day, and whether it allows video alone. */
export function DayNotes({ day, view }: { day: PlainDate; view: Pick<MonthView, 'facts' | 'officials'> }) {
  const { t, language } = useWords()
  const absences = view.facts.absencesOn(day)
  const nameOf = ({ missing }: Absence) => {
    switch (missing.kind) {
      case 'official': {
        const official = view.officials.find(one => one.id === missing.id)
        return official === undefined ? '' : officialName(official, language)
      }
      case 'room':
        return t('schedule.room_named', { room: missing.room })
      case 'link':
        return t('schedule.link_named', { link: missing.link })
      default:
        return assertNever(missing)
    }
  }
  return (
    <>
      {view.facts.isRestrictedOn(day) ? (
        <div className="day-note">
          <IconVideo size={15} aria-hidden="true" /> {t('schedule.day.video_only')}
        </div>
      ) : null}
      {absences.map(one => (
        <div key={one.key} className="day-note">
          <IconUserOff size={15} aria-hidden="true" /> {t('schedule.day.away', { name: nameOf(one) })}
        </div>
      ))}
    </>
  )
}
