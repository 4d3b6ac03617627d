import type { OfficialLoad, UnitLoad } from '#shared/analytics/workload.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { Names } from './analytics-names.ts'
import { How } from './How.tsx'

/** What every official received in the period. */
export function OfficialLoads({ loads, names }: { loads: readonly OfficialLoad[]; names: Names }) {
  const { t } = useWords()
  return (
    <Card title={t('analytics.load')}>
      <div className="analytics-scroll">
        <table className="table analytics-table" aria-label={t('analytics.load')}>
          <thead>
            <tr>
              <th scope="col">{t('dimension.byOfficial')}</th>
              <th scope="col">{t('analytics.load.days')}</th>
              <th scope="col">{t('analytics.load.received')}</th>
              <th scope="col">{t('analytics.load.persons')}</th>
              <th scope="col">{t('analytics.load.minutes')}</th>
            </tr>
          </thead>
          <tbody>
            {loads.map(({ officialId, days, received, persons, minutes, timed }) => (
              <tr key={officialId}>
                <th scope="row">{names.official(officialId)}</th>
                <td>{days}</td>
                <td>{received}</td>
                <td>{persons}</td>
                <td>{timed === 0 ? '–' : t('analytics.load.minutes_of', { minutes, timed })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="card-body">
        <How text={t('analytics.load.how')} />
      </div>
    </Card>
  )
}

/** What units, bodies and officials were given in the period. */
export function UnitLoads({ loads, names }: { loads: readonly UnitLoad[]; names: Names }) {
  const { t } = useWords()
  return (
    <Card title={t('analytics.units')}>
      {loads.length === 0 ? (
        <p className="card-body">{t('analytics.units.none')}</p>
      ) : (
        <div className="analytics-scroll">
          <table className="table analytics-table" aria-label={t('analytics.units')}>
            <thead>
              <tr>
                <th scope="col">{t('analytics.units.name')}</th>
                <th scope="col">{t('analytics.units.given')}</th>
                <th scope="col">{t('analytics.units.control')}</th>
                <th scope="col">{t('analytics.units.done')}</th>
                <th scope="col">{t('analytics.units.late')}</th>
              </tr>
            </thead>
            <tbody>
              {loads.map(one => (
                <tr key={names.responsible(one)}>
                  <th scope="row">{names.responsible(one)}</th>
                  <td>{one.given}</td>
                  <td>{one.onControl}</td>
                  <td>{one.done}</td>
                  <td>{one.late}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="card-body">
        <How text={t('analytics.units.how')} />
      </div>
    </Card>
  )
}
