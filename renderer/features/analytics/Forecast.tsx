import type { Forecast as Expected } from '#shared/analytics/forecast.ts'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import type { Names } from './analytics-names.ts'
import { How } from './How.tsx'

/** The next quarter with its range, or why none is told. */
export function Forecast({ forecast, names }: { forecast: Expected; names: Names }) {
  const { t } = useWords()
  const { expected, least, most, learntFrom } = forecast
  const quarter = names.period(forecast.quarter)
  return (
    <Card title={t('analytics.forecast')}>
      <div className="card-body">
        <p>
          {expected === null || least === null || most === null
            ? t('analytics.forecast.unknown', { quarter })
            : t('analytics.forecast.range', { quarter, expected, least, most })}
        </p>
        <How text={t('analytics.forecast.how', { learnt: learntFrom })} />
      </div>
    </Card>
  )
}
