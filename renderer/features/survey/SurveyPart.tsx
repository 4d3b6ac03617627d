import type { SurveyKind } from '#shared/survey/model.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { OpenSurvey } from './OpenSurvey.tsx'
import { SurveyDesk } from './SurveyDesk.tsx'
import { periodText } from './survey-words.ts'
import './survey.css'

const NOTHING = {}

/** How satisfied applicants are (clause 36; KZ-2026 rule 38): the surveys, one of them, or a new one. */
export function SurveyPart({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const words = useWords()
  const { t } = words
  const all = useRows('surveys.all', NOTHING)
  if (all === undefined) return null
  const shown = all.find(({ key }) => key === narrowed.survey)
  if (shown?.survey) return <SurveyDesk state={shown} all={all} />
  const kind: SurveyKind = narrowed.kind === 'applicants' ? 'applicants' : 'contacts'
  const listed = all.toSorted((a, b) => ((a.openedOn ?? '') < (b.openedOn ?? '') ? 1 : -1))
  return (
    <>
      <OpenSurvey kind={kind} narrowed={narrowed} />
      {listed.length === 0 ? null : (
        <Card title={t('survey.all')}>
          <ul className="rows">
            {listed.map(({ key, survey, status }) =>
              survey === null ? null : (
                <li key={key}>
                  <a className="link" href={addressOf('report', { part: 'survey', survey: key })}>
                    {periodText(survey, words)}
                  </a>
                  <span className="grow">{t(`survey.kind.${survey.kind}`)}</span>
                  <span>{t('survey.size_told', { count: survey.size })}</span>
                  <Badge tone={status === 'open' ? 'amber' : 'green'}>
                    {t(status === 'open' ? 'survey.open' : 'survey.closed')}
                  </Badge>
                </li>
              ),
            )}
          </ul>
        </Card>
      )}
    </>
  )
}
