import { useWords } from '../../i18n/use-words.ts'
import type { MonthView } from './month-view.ts'
import { OfficialReceptions } from './OfficialReceptions.tsx'

/** The month as a list by official. */
export function MonthList({ view }: { view: MonthView }) {
  const { t } = useWords()
  return (
    <div className="table-box schedule-box">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('schedule.column.date')}</th>
            <th scope="col">{t('schedule.column.weekday')}</th>
            <th scope="col">{t('schedule.column.hours')}</th>
            <th scope="col">{t('schedule.column.room')}</th>
            <th scope="col">{t('schedule.column.moved')}</th>
          </tr>
        </thead>
        {view.officials.map(official => (
          <OfficialReceptions key={official.id} official={official} view={view} />
        ))}
      </table>
    </div>
  )
}
