import { useMemo } from 'react'
import { type Share, surveyBefore, surveyFigures } from '#shared/survey/figures.ts'
import { LEAST_TOLD } from '#shared/survey/model.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import { Notice } from '../../components/Notice.tsx'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { percent, useStratumName } from './survey-words.ts'

type State = EntityState<'survey'>

/** What a survey came to: shares with their intervals, means, strata, and the survey before. */
export function SurveyResults({ state, all }: { state: State; all: readonly State[] }) {
  const { t } = useWords()
  const stratumName = useStratumName()
  const before = surveyBefore(all, state)
  const answers = useRows(
    'survey.answers',
    useMemo(() => ({ survey: state.id }), [state.id]),
  )
  const answersBefore = useRows(
    'survey.answers',
    useMemo(() => ({ survey: before?.id ?? state.id }), [before?.id, state.id]),
  )
  if (answers === undefined || answersBefore === undefined || state.survey === null) return null
  const figures = surveyFigures(state, answers)
  const earlier = before === null ? null : surveyFigures(before, answersBefore).satisfied
  const { satisfied } = figures
  return (
    <Card title={t('survey.results')}>
      <div className="card-body">
        {satisfied === null ? (
          <Notice tone="sky">{t('survey.too_few', { least: LEAST_TOLD })}</Notice>
        ) : (
          <>
            <p className="survey-main">
              <b>{percent(satisfied.share)}</b> {t('survey.satisfied', intervalOf(satisfied))}
            </p>
            {earlier === null ? null : (
              <p>{t('survey.before', { share: percent(earlier.share), ...intervalOf(earlier) })}</p>
            )}
            {figures.isFew ? <Notice tone="amber">{t('survey.few')}</Notice> : null}
          </>
        )}
        <p>
          {t('survey.response', {
            rate: figures.responseRate === null ? '\u2013' : percent(figures.responseRate),
            answered: figures.answered,
            eligible: figures.eligible,
          })}
        </p>
        {figures.answers < figures.answered ? (
          <p className="mute">{t('survey.waiting', { count: figures.answered - figures.answers })}</p>
        ) : null}
      </div>
      {satisfied === null ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('survey.column.what')}</th>
              <th scope="col" className="number">
                {t('survey.column.rated')}
              </th>
              <th scope="col" className="number">
                {t('survey.column.share')}
              </th>
              <th scope="col" className="number">
                {t('survey.column.interval')}
              </th>
              <th scope="col" className="number">
                {t('survey.column.mean')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.ratings.map(({ rating, told }) => (
              <Line key={rating} name={t(`survey.rating.${rating}`)} told={told} />
            ))}
            {figures.strata.map(({ code, told }) => (
              <Line
                key={`stratum ${code}`}
                name={state.survey === null ? '' : stratumName(state.survey, code)}
                told={told}
              />
            ))}
          </tbody>
        </table>
      )}
      <details className="survey-definitions">
        <summary>{t('survey.definitions')}</summary>
        <ul>
          {(['rate', 'satisfied', 'interval', 'hidden'] as const).map(one => (
            <li key={one}>{t(`survey.definition.${one}`)}</li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

/** A figure that is not told is held back, not nought. */
function Line({ name, told }: { name: string; told: Share | null }) {
  const { t } = useWords()
  return (
    <tr>
      <td>{name}</td>
      {told === null ? (
        <td className="number mute" colSpan={4}>
          {t('survey.hidden')}
        </td>
      ) : (
        <>
          <td className="number">{told.of}</td>
          <td className="number">{percent(told.share)}</td>
          <td className="number">{`${percent(told.low)} \u2013 ${percent(told.high)}`}</td>
          <td className="number">{told.mean.toFixed(1).replace('.', ',')}</td>
        </>
      )}
    </tr>
  )
}

function intervalOf({ low, high }: Share): { low: string; high: string } {
  return { low: percent(low), high: percent(high) }
}
