import { Button } from '@mantine/core'
import { useState } from 'react'
import { callList, type Member } from '#shared/survey/call-list.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import type { SurveyPerson } from '../../db/survey-query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CallPane } from './CallPane.tsx'
import { GiveOutSurvey } from './GiveOutSurvey.tsx'
import { SurveyResults } from './SurveyResults.tsx'
import { periodText, useStratumName } from './survey-words.ts'

const TONES = {
  to_call: 'sky',
  later: 'plain',
  answered: 'green',
  declined: 'plain',
  wrong_number: 'plain',
  gone: 'plain',
  exhausted: 'plain',
} as const

/** One survey: how far it is, whom to call, what came of it. */
export function SurveyDesk({ state, all }: { state: EntityState<'survey'>; all: readonly EntityState<'survey'>[] }) {
  const words = useWords()
  const { t } = words
  const now = { on: useToday(), at: useOfficeTime() }
  const [chosen, setChosen] = useState<number | null>(null)
  const [isEnding, setEnding] = useState(false)
  const { survey } = state
  const members = callList(state, now)
  const entities = members.flatMap(({ member }) => survey?.drawn[member]?.entity ?? [])
  const people = useRows('survey.people', { entities })
  if (survey === null || people === undefined) return null
  const rows = members.map((member, place) => ({ member, person: people[place] ?? null }))
  const open = rows.find(({ member }) => member.member === chosen)
  const answered = members.filter(({ status }) => status === 'answered').length
  return (
    <>
      <Card
        title={`${t(`survey.kind.${survey.kind}`)}: ${periodText(survey, words)}`}
        beside={
          <>
            <GiveOutSurvey state={state} />
            {state.status === 'open' ? (
              <Button variant="default" onClick={() => setEnding(true)}>
                {t('survey.end')}
              </Button>
            ) : null}
          </>
        }
      >
        <div className="card-body">
          <p>
            <a className="link" href={addressOf('report', { part: 'survey' })}>
              {t('survey.back')}
            </a>
          </p>
          <p>
            {t('survey.progress', { answered, size: survey.size, members: members.length })}{' '}
            <span className="mute">{t('survey.seed', { seed: survey.seed })}</span>
          </p>
          <progress max={survey.size} value={answered} aria-label={t('survey.answers')} />
        </div>
      </Card>
      {state.status === 'open' ? (
        <div className="survey-desk">
          <CallList rows={rows} chosen={chosen} onChoose={setChosen} survey={survey} />
          {open === undefined ? null : (
            <CallPane key={open.member.member} state={state} {...open} onDone={() => setChosen(null)} />
          )}
        </div>
      ) : null}
      <SurveyResults state={state} all={all} />
      {isEnding ? <EndSurvey state={state} waiting={survey.size - answered} onClose={() => setEnding(false)} /> : null}
    </>
  )
}

interface Row {
  readonly member: Member
  readonly person: SurveyPerson | null
}

interface Listed {
  readonly rows: readonly Row[]
  readonly chosen: number | null
  readonly survey: NonNullable<EntityState<'survey'>['survey']>
  readonly onChoose: (member: number) => void
}

/** Those to be called first, then those to be called later, then those with whom it is done. */
function CallList({ rows, chosen, survey, onChoose }: Listed) {
  const { t, dates } = useWords()
  const stratumName = useStratumName()
  const placeOf = ({ member: { status } }: Row) => (status === 'to_call' ? 0 : status === 'later' ? 1 : 2)
  const sorted = rows.toSorted((a, b) => placeOf(a) - placeOf(b) || a.member.member - b.member.member)
  return (
    <Card title={t('survey.calls')}>
      <table className="table survey-calls">
        <thead>
          <tr>
            <th scope="col">{t('survey.column.order')}</th>
            <th scope="col">{t('survey.column.person')}</th>
            <th scope="col">{t('survey.column.stratum')}</th>
            <th scope="col">{t('survey.column.calls')}</th>
            <th scope="col">{t('survey.column.status')}</th>
            <th scope="col" aria-label={t('survey.call')} />
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ member, person }) => (
            <tr key={member.member} aria-current={member.member === chosen ? 'true' : undefined}>
              <td>{member.member + 1}</td>
              <td>
                {person === null ? (
                  <span className="mute">{t('survey.no_person')}</span>
                ) : (
                  applicantName(person) || person.phone
                )}
                {member.replaces ? <span className="mute"> {t('survey.replaces')}</span> : null}
              </td>
              <td>{stratumName(survey, survey.strata[survey.drawn[member.member]?.stratum ?? 0]?.code ?? '')}</td>
              <td>{member.attempts.length}</td>
              <td>
                <Badge tone={TONES[member.status]}>{t(`survey.status.${member.status}`)}</Badge>
                {member.notBefore === null || member.status !== 'later' ? null : (
                  <span className="mute"> {`${screenDate(member.notBefore.on, dates)}, ${member.notBefore.at}`}</span>
                )}
              </td>
              <td>
                {member.status === 'to_call' || member.status === 'later' ? (
                  <Button size="compact-md" variant="default" onClick={() => onChoose(member.member)}>
                    {t('survey.call')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function EndSurvey({
  state,
  waiting,
  onClose,
}: {
  state: EntityState<'survey'>
  waiting: number
  onClose: () => void
}) {
  const { t } = useWords()
  const store = useStore()
  const call = useCall()
  const end = async () => {
    const done = await call.run(async () => {
      const answer = await window.desk.surveyClose({ survey: state.id })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (done !== null) onClose()
  }
  return (
    <Confirm title={t('survey.end')} act={t('survey.end')} call={call} onAct={() => void end()} onClose={onClose}>
      <p>{waiting > 0 ? t('survey.end_early', { count: waiting }) : t('survey.end_sentence')}</p>
    </Confirm>
  )
}
