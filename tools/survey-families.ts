import { FALLEN, OUTCOMES, RATINGS, STRATA_BY, SURVEY_KINDS } from '../shared/survey/model.ts'

/** The families of keys of the survey. Part of `LOCALE_FAMILIES`. */
export const SURVEY_FAMILIES = [
  { prefix: 'survey.kind.', source: 'SURVEY_KINDS, shared/survey/model.ts', members: SURVEY_KINDS },
  { prefix: 'survey.by.', source: 'STRATA_BY, shared/survey/model.ts', members: STRATA_BY },
  { prefix: 'survey.fallen.', source: 'FALLEN, shared/survey/model.ts', members: FALLEN },
  { prefix: 'survey.rating.', source: 'RATINGS, shared/survey/model.ts', members: RATINGS },
  { prefix: 'survey.ask.', source: 'RATINGS, shared/survey/model.ts', members: [...RATINGS, 'reception', 'explained'] },
  {
    prefix: 'survey.outcome.',
    source: 'OUTCOMES but answered, shared/survey/model.ts',
    members: OUTCOMES,
  },
  { prefix: 'survey.status.', source: 'MemberStatus, shared/survey/call-list.ts', members: null },
  { prefix: 'survey.definition.', source: 'renderer/features/survey/SurveyResults.tsx', members: null },
] as const
