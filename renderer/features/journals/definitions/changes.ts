import { joined } from '#shared/text/isolated.ts'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { CHOICE, date, type JournalDefinition, number, text, UNSEEN, WIDE } from '../column.ts'

/** Approvals and changes of the schedules of reception (clauses 6 to 8, 15), and where each version was posted. */
export const CHANGES: JournalDefinition = {
  id: 'changes',
  columns: [
    date('entered', ({ day }) => day),
    text('month', ({ version }, { dates }) => (version ? monthTitle(version.schedule.month, dates) : ''), CHOICE),
    text('change', ({ version }, { t }) => t(version?.change ? 'journals.changed' : 'journals.approved'), CHOICE),
    text(
      'why',
      ({ version }, { t }) => (version?.change ? t(`schedule.change.${version.change.code}`) : ''),
      CHOICE,
      WIDE,
    ),
    number('receptions', ({ version }) => version?.schedule.receptions.length),
    text('approved_by', ({ version }) => version?.approvedBy, CHOICE),
    date('approved_on', ({ version }) => version?.approvedOn),
    text(
      'posted',
      ({ version }, { t, dates }) =>
        joined(
          (version?.posted ?? []).map(({ where, on }) => `${t(`posting.place.${where}`)}, ${screenDate(on, dates)}`),
          '; ',
        ),
      WIDE,
    ),
    text('entered_by', ({ version }, { userOf }) => userOf(version?.by), CHOICE, UNSEEN),
  ],
}
