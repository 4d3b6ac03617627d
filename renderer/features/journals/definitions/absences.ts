import { toEpochDay } from '#shared/time/plain-date.ts'
import { CHOICE, date, type JournalDefinition, number, text, UNSEEN, WIDE } from '../column.ts'

/** Who or what was not there, and days of reception by videoconference alone (clauses 13, 15). */
export const ABSENCES: JournalDefinition = {
  id: 'absences',
  columns: [
    text(
      'absence_kind',
      ({ of: { absence } }, { t }) =>
        absence?.absence ? t(`absence.missing.${absence.absence.missing.kind}`) : t('journals.restriction'),
      CHOICE,
    ),
    text(
      'absent',
      ({ of: { absence, restriction } }, { officialOf }) => {
        const missing = absence?.absence?.missing
        if (missing === undefined) return restriction?.restriction?.act
        if (missing.kind === 'official') return officialOf(missing.id)
        return missing.kind === 'room' ? missing.room : missing.link
      },
      WIDE,
    ),
    date('from', ({ day }) => day),
    date('to', ({ of }) => of.absence?.absence?.to ?? of.restriction?.restriction?.to),
    number('days', ({ of }) => {
      const { from, to } = of.absence?.absence ?? of.restriction?.restriction ?? {}
      return from && to ? toEpochDay(to) - toEpochDay(from) + 1 : null
    }),
    text(
      'ground',
      ({ of: { absence, restriction } }, { t }) => {
        if (absence?.absence) return t(`absence.ground.${absence.absence.ground}`)
        return restriction?.restriction ? t(`restriction.ground.${restriction.restriction.ground}`) : ''
      },
      CHOICE,
    ),
    date('told', ({ of }) => of.absence?.absence?.toldOn),
    text('acting', ({ of }, { officialOf }) =>
      of.absence?.absence?.acting ? officialOf(of.absence.absence.acting) : '',
    ),
    text('note', ({ of }) => of.absence?.absence?.note, WIDE, UNSEEN),
    text('entered_by', ({ of }, { userOf }) => userOf(of.absence?.by), CHOICE, UNSEEN),
    text(
      'status',
      ({ of }, { t }) => {
        if (of.absence?.status === 'undone') return t('absence.undone')
        return of.restriction?.status === 'lifted' ? t('restriction.lifted') : t('journals.stands')
      },
      CHOICE,
    ),
  ],
}
