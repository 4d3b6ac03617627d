import type { MovedFigure } from '#shared/report/difference.ts'
import { figureDifference, figureText } from '#shared/report/figures.ts'
import { type Quarter, quarterAYearBefore } from '#shared/time/plain-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Unfolding } from '../letters/Unfolding.tsx'

/** Which figures differ, from what to what, by how much. */
export function MovedFigures({
  moved,
  quarter,
  title,
}: {
  moved: readonly MovedFigure[]
  quarter: Quarter
  title: string
}) {
  const { t, pick } = useWords()
  if (moved.length === 0) return <p className="mute">{t('report.moved.none')}</p>
  return (
    <Unfolding title={`${title} (${moved.length})`}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('report.column.name')}</th>
            <th scope="col">{t('report.moved.year')}</th>
            <th scope="col" className="number">
              {t('report.moved.before')}
            </th>
            <th scope="col" className="number">
              {t('report.moved.after')}
            </th>
            <th scope="col" className="number">
              {t('report.column.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ section, label, key, unit, of, before, after, by }) => (
            <tr key={`${section.ru} ${key} ${of}`}>
              <td>
                {pick(label)} <span className="mute">{pick(section)}</span>
              </td>
              <td>{(of === 'current' ? quarter : quarterAYearBefore(quarter)).slice(0, 4)}</td>
              <td className="number">{figureText(before, unit)}</td>
              <td className="number">{figureText(after, unit)}</td>
              <td className="number">{figureDifference(by, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Unfolding>
  )
}
