import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Member } from '#shared/survey/call-list.ts'
import type { Outcome } from '#shared/survey/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Card } from '../../components/Card.tsx'
import { DateField } from '../../components/DateField.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { typedTime } from '../../components/typed-time.ts'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import type { SurveyPerson } from '../../db/survey-query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { sheetWords } from '../../print/sheet-words.ts'
import { AnswerForm } from './AnswerForm.tsx'

/** What ends a call without answers, but a call put off. */
const ENDS = ['no_answer', 'busy', 'declined', 'wrong_number', 'gone'] as const

interface Called {
  readonly state: EntityState<'survey'>
  readonly member: Member
  readonly person: SurveyPerson | null
  readonly onDone: () => void
}

/** One call: whom, what is said in their language, and what came of it. */
export function CallPane({ state, member, person, onDone }: Called) {
  const { t, dates, language: own } = useWords()
  const store = useStore()
  const call = useCall()
  const [request] = useState(newRequestId)
  const [language, setLanguage] = useState(person?.language ?? own)
  const [mode, setMode] = useState<'phone' | 'paper' | null>(null)
  const script = sheetWords(language)
  const note = async (outcome: Exclude<Outcome, 'answered'>, again: { on: PlainDate; at: string } | null = null) => {
    const attempt = { member: member.member, outcome, again, mode: 'phone' } as const
    const done = await call.run(async () => {
      const answer = await window.desk.surveyAttempt({ survey: state.id, request, attempt })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (done !== null) onDone()
  }
  if (mode !== null) {
    return <AnswerForm state={state} member={member.member} language={language} mode={mode} onDone={onDone} />
  }
  return (
    <Card title={t('survey.call_to', { number: member.member + 1 })}>
      <div className="card-body survey-pane">
        {person === null ? (
          <p>{t('survey.no_person')}</p>
        ) : (
          <>
            <p className="survey-person">
              {applicantName(person)} <b className="survey-phone">{person.phone}</b>
            </p>
            {member.attempts.map(one => (
              <p key={one.request} className="mute">
                {`${screenDate(one.on, dates)}, ${one.at}: ${t(`survey.outcome.${one.outcome}`)}`}
              </p>
            ))}
            <fieldset className="survey-languages" aria-label={t('survey.language')}>
              {(['kk', 'ru'] as const).map(one => (
                <Button
                  key={one}
                  size="compact-md"
                  variant={one === language ? 'light' : 'default'}
                  aria-pressed={one === language}
                  onClick={() => setLanguage(one)}
                >
                  {t(one === 'kk' ? 'language.long.kk' : 'language.long.ru')}
                </Button>
              ))}
            </fieldset>
            <blockquote lang={language} className="survey-script">
              <p>{script.t('survey.script.hello')}</p>
              {person.on === null ? null : <p>{script.t('survey.script.when', { date: script.date(person.on) })}</p>}
              <p>{script.t('survey.script.ask')}</p>
            </blockquote>
            <div className="buttons">
              <Button data-autofocus onClick={() => setMode('phone')}>
                {t('survey.agreed')}
              </Button>
              <Button variant="default" onClick={() => setMode('paper')}>
                {t('survey.from_paper')}
              </Button>
            </div>
          </>
        )}
        <fieldset className="survey-outcomes" aria-label={t('survey.no_talk')}>
          {ENDS.filter(outcome => (person === null) === (outcome === 'gone') || outcome === 'gone').map(outcome => (
            <Button key={outcome} variant="default" loading={call.busy} onClick={() => void note(outcome)}>
              {t(`survey.outcome.${outcome}`)}
            </Button>
          ))}
        </fieldset>
        {person === null ? null : <CallBack onNote={again => void note('call_back', again)} />}
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button variant="subtle" onClick={onDone}>
            {t('act.close')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

/** When the person asked to be called again. */
function CallBack({ onNote }: { onNote: (again: { on: PlainDate; at: string }) => void }) {
  const { t } = useWords()
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [at, setAt] = useState('')
  const day = PlainDate.safeParse(on)
  const time = typedTime(at)
  return (
    <div className="survey-back">
      <DateField label={t('survey.back_on')} value={on} minDate={today} onChange={setOn} />
      <TextInput
        label={t('survey.back_at')}
        value={at}
        maxLength={5}
        autoComplete="off"
        onChange={event => setAt(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={!day.success || time === null}
        onClick={() => day.success && time !== null && onNote({ on: day.data, at: time })}
      >
        {t('survey.outcome.call_back')}
      </Button>
    </div>
  )
}
