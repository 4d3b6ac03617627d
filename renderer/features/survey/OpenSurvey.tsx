import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { keyOf } from '#shared/change/action.ts'
import { stratumOf } from '#shared/survey/frame.ts'
import { marginOf, sizeFor } from '#shared/survey/interval.ts'
import {
  FALLEN,
  MOST_REACHABLE,
  STRATA_BY,
  type StrataBy,
  SURVEY_KINDS,
  type SurveyKind,
} from '#shared/survey/model.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useCall } from '../../components/use-call.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { AnswerOf } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PeriodPicker } from '../compliance/PeriodPicker.tsx'
import { periodOf } from '../compliance/period.ts'
import { percent } from './survey-words.ts'

/** The margin that is offered: ten points to each side. */
const OFFERED = 0.1

type Narrowed = Readonly<Record<string, string>>

/** A survey to be opened: of whom, who falls out, how many are asked and how sure that makes the share. */
export function OpenSurvey({ kind, narrowed }: { kind: SurveyKind; narrowed: Narrowed }) {
  const { t } = useWords()
  const today = useToday()
  const period = periodOf(narrowed, today)
  const from = period.from
  const to = period.to > today ? today : period.to
  const isWhole = useIsWhole()
  const frame = useRows(
    'survey.frame',
    useMemo(() => ({ kind, from, to }), [kind, from, to]),
  )
  return (
    <Card title={t('survey.new')}>
      <div className="survey-open">
        <PeriodPicker period={period} narrowed={{ ...narrowed, part: 'survey', kind }} />
        <NativeSelect
          label={t('survey.whom')}
          value={kind}
          data={SURVEY_KINDS.map(value => ({ value, label: t(`survey.kind.${value}`) }))}
          onChange={event => goTo('report', { ...narrowed, part: 'survey', kind: event.currentTarget.value })}
        />
        {frame === undefined || !isWhole ? (
          <p className="mute" role="status">
            {t('compliance.counting')}
          </p>
        ) : (
          <Chosen key={`${kind} ${from} ${to}`} frame={frame} asked={{ kind, from, to }} />
        )}
      </div>
    </Card>
  )
}

interface Framed {
  readonly frame: AnswerOf<'survey.frame'>
  readonly asked: Pick<Parameters<typeof window.desk.surveyOpen>[0], 'kind' | 'from' | 'to'>
}

function Chosen({ frame, asked }: Framed) {
  const { t } = useWords()
  const store = useStore()
  const call = useCall()
  const { counts, reachable } = frame
  const [request] = useState(newRequestId)
  const [size, setSize] = useState(() => sizeFor(OFFERED, counts.reachable))
  const [by, setBy] = useState<StrataBy>('kind')
  const open = async () => {
    const members = reachable.map(one => ({ entity: one.entity, stratum: stratumOf(one, by) }))
    const done = await call.run(async () => {
      const answer = await window.desk.surveyOpen({ request, ...asked, by, frame: counts, members, size })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (done !== null) goTo('report', { part: 'survey', survey: keyOf(done.action.entity) })
  }
  const isTooBig = counts.reachable > MOST_REACHABLE
  return (
    <>
      <ol className="survey-funnel">
        <li>
          <b>{counts.all}</b> {t('survey.frame.all')}
        </li>
        {FALLEN.filter(why => counts.fallen[why] > 0).map(why => (
          <li key={why} className="mute">
            <b>{`\u2212${counts.fallen[why]}`}</b> {t(`survey.fallen.${why}`)}
          </li>
        ))}
        <li>
          <b>{counts.reachable}</b> {t('survey.frame.reachable')}
        </li>
      </ol>
      {counts.reachable === 0 ? (
        <Notice tone="sky">{t('survey.nobody')}</Notice>
      ) : (
        <div className="survey-size">
          <NumberInput
            label={t('survey.size')}
            value={size}
            min={1}
            max={counts.reachable}
            allowDecimal={false}
            clampBehavior="strict"
            onChange={value => setSize(Math.max(1, Number(value) || 1))}
          />
          <NativeSelect
            label={t('survey.by')}
            value={by}
            data={STRATA_BY.map(value => ({ value, label: t(`survey.by.${value}`) }))}
            onChange={event => setBy(STRATA_BY.find(one => one === event.currentTarget.value) ?? 'kind')}
          />
          <p className="sentence">{t('survey.margin', { margin: percent(marginOf(size, counts.reachable)) })}</p>
          <Button loading={call.busy} disabled={isTooBig} onClick={() => void open()}>
            {t('survey.draw')}
          </Button>
        </div>
      )}
      {isTooBig ? <Notice tone="amber">{t('survey.too_big', { most: MOST_REACHABLE })}</Notice> : null}
      <p className="mute sentence">{t('survey.once')}</p>
      <ErrorNotice error={call.error} />
    </>
  )
}
