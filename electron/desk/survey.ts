import type { DeskServices } from '../ipc/services.ts'
import type { Actor } from './act.ts'
import { type AnswerPool, openAnswerPool } from './answer-pool.ts'
import type { OpenDesk } from './open-desk.ts'
import { answer, closeSurvey, settleAll } from './survey-answers.ts'
import { noteAttempt, openNewSurvey } from './surveys.ts'

type SurveyChannels = 'survey.open' | 'survey.attempt' | 'survey.answer' | 'survey.close'

/** The survey, and what ends after a start what was cut short. */
export interface Surveys {
  readonly services: Pick<DeskServices, SurveyChannels>
  sweep(): Promise<void>
}

/** The survey of applicants (clause 36). `folder` is `desk-data`. */
export function createSurveys({
  desk,
  actor,
  moved,
  folder,
}: {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  readonly moved: () => void
  readonly folder: string
}): Surveys {
  const pool = (): AnswerPool => openAnswerPool(folder, desk().keys)
  // What was kept before something failed stands, and lists show it.
  const told = async <T>(action: Promise<T>) => ({ action: await action.finally(moved) })
  return {
    services: {
      'survey.open': asked => told(openNewSurvey(desk(), asked, actor())),
      'survey.attempt': asked => told(noteAttempt(desk(), asked, actor())),
      'survey.answer': asked => told(answer(desk(), pool(), asked, actor())),
      'survey.close': ({ survey }) => told(closeSurvey(desk(), pool(), survey, actor())),
    },
    sweep: () => settleAll(desk(), pool(), actor()).finally(moved),
  }
}
