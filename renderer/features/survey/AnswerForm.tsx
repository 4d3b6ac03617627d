import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import { RATINGS, type Rated, type Ratings } from '#shared/survey/model.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { questionKey } from '../../i18n/survey-questions.ts'
import { useWords } from '../../i18n/use-words.ts'
import { sheetWords } from '../../print/sheet-words.ts'

const CHOICES: readonly (readonly [string, Rated])[] = [
  ...([1, 2, 3, 4, 5] as const).map(number => [String(number), number] as const),
  ['0', 'not_concerned'],
  ['-', null],
]

interface Asked {
  readonly state: EntityState<'survey'>
  readonly member: number
  readonly language: Language
  readonly mode: 'phone' | 'paper'
  readonly onDone: () => void
}

/** The questions, one after another in the language of the respondent: a digit answers and goes on, Backspace goes back. */
export function AnswerForm({ state, member, language, mode, onDone }: Asked) {
  const { t } = useWords()
  const script = sheetWords(language)
  const store = useStore()
  const call = useCall()
  const [request] = useState(newRequestId)
  const [given, setGiven] = useState<readonly Rated[]>([])
  const [comment, setComment] = useState('')
  const rating = RATINGS[given.length]
  const back = () => setGiven(given.slice(0, -1))
  const press = (event: KeyboardEvent) => {
    if (rating === undefined) return
    const choice = CHOICES.find(([key]) => key === event.key)
    if (choice !== undefined) setGiven([...given, choice[1]])
    else if (event.key === 'Backspace') back()
    else return
    event.preventDefault()
  }
  const keep = async () => {
    const ratings = Object.fromEntries(RATINGS.map((one, place) => [one, given[place] ?? null])) as Ratings
    const done = await call.run(async () => {
      const sheet = { survey: state.id, request, member, mode, language, ratings, comment }
      const answer = await window.desk.surveyAnswer(sheet)
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (done !== null) onDone()
  }
  const kind = state.survey?.kind ?? 'contacts'
  return (
    <Card title={t('survey.call_to', { number: member + 1 })}>
      <fieldset className="card-body survey-pane" aria-label={t('survey.questions')} onKeyDown={press}>
        <p className="mute" role="status">
          {rating === undefined
            ? t('survey.last')
            : t('survey.question', { number: given.length + 1, of: RATINGS.length })}
        </p>
        {rating === undefined ? (
          <>
            <Textarea
              label={t('survey.comment')}
              description={t('survey.comment_warning')}
              value={comment}
              maxLength={1000}
              autosize
              minRows={2}
              data-autofocus
              autoFocus
              onChange={event => setComment(event.currentTarget.value)}
            />
            <blockquote lang={language} className="survey-script">
              <p>{script.t('survey.script.thanks')}</p>
            </blockquote>
            <div className="buttons">
              <Button loading={call.busy} onClick={() => void keep()}>
                {t('survey.keep')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <blockquote lang={language} className="survey-script">
              <p className="survey-question">{script.t(questionKey(kind, rating))}</p>
              <p>{script.t('survey.script.scale')}</p>
            </blockquote>
            <fieldset key={rating} className="survey-choices" aria-label={script.t(questionKey(kind, rating))}>
              {CHOICES.map(([key, value], place) => (
                <Button key={key} variant="default" autoFocus={place === 0} onClick={() => setGiven([...given, value])}>
                  <b>{key}</b>
                  {typeof value === 'number' ? null : (
                    <span className="survey-choice">
                      {t(value === null ? 'survey.not_said' : 'survey.not_concerned')}
                    </span>
                  )}
                </Button>
              ))}
            </fieldset>
          </>
        )}
        <ErrorNotice error={call.error} />
        <div className="buttons">
          {given.length === 0 ? null : (
            <Button variant="default" onClick={back}>
              {t('survey.question_before')}
            </Button>
          )}
          <Button variant="subtle" onClick={onDone}>
            {t('survey.stop')}
          </Button>
        </div>
        <p className="mute">{t('survey.keys')}</p>
      </fieldset>
    </Card>
  )
}
