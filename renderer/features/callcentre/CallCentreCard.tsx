import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { CALL_CENTRE_ACTS, isOverrun } from '#shared/callcentre/transitions.ts'
import { quarterTitle, screenDate } from '#shared/time/official-date.ts'
import { rangeOfQuarter } from '#shared/time/plain-date.ts'
import { useRoute } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Fact } from '../applications/card/Part.tsx'
import { quarterOf } from '../today/quarters.ts'
import { InterruptForm, RerouteForm, RestoreForm } from './InterruptionForms.tsx'
import { DeclareForm, EndForm, TakeBackForm } from './ModeForms.tsx'
import { useCallCentre } from './use-call-centre.ts'
import { useCallCentreWords } from './use-call-centre-words.ts'

const FORMS = {
  declared: DeclareForm,
  interrupted: InterruptForm,
  ended: EndForm,
  restored: RestoreForm,
  rerouted: RerouteForm,
  taken_back: TakeBackForm,
} as const
type Asked = keyof typeof FORMS

/** What is done with what stands, in this order, each by its word. */
const LINE_ACTS = {
  ended: 'callcentre.end',
  restored: 'callcentre.restore',
  rerouted: 'callcentre.reroute',
  taken_back: 'callcentre.take_back',
} as const satisfies Partial<Record<Asked, string>>
type LineAct = keyof typeof LINE_ACTS

/** The work of the call centre (clause 37(4)): its modes, when calls were not taken, and what the quarter comes to. */
export function CallCentreCard() {
  const { t } = useWords()
  const known = useCallCentre()
  const [asked, setAsked] = useState<{ act: Asked; state: EntityState<'callcentre'> | null } | null>(null)
  const box = useShownFirst()
  if (known === undefined) return null
  const Form = asked === null ? null : FORMS[asked.act]
  return (
    <div ref={box}>
      <Card title={t('callcentre.title')}>
        <div className="card-body">
          <div className="buttons">
            <Button variant="default" onClick={() => setAsked({ act: 'declared', state: null })}>
              {t('callcentre.declare')}
            </Button>
            {known.interrupted === null ? (
              <Button variant="default" onClick={() => setAsked({ act: 'interrupted', state: null })}>
                {t('callcentre.interrupt')}
              </Button>
            ) : null}
          </div>
          {known.all.length === 0 ? <p className="mute">{t('callcentre.none')}</p> : null}
        </div>
        {known.all.length === 0 ? null : (
          <ul className="rows tall">
            {known.all.map(state => (
              <Line key={state.id} state={state} onAct={act => setAsked({ act, state })} />
            ))}
          </ul>
        )}
        <Figures />
      </Card>
      {asked === null || Form === null ? null : <Form state={asked.state} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** Whoever comes here by the banner sees it at once. */
function useShownFirst() {
  const box = useRef<HTMLDivElement>(null)
  const isAsked = useRoute().narrowed.part === 'callcentre'
  useEffect(() => {
    if (isAsked) box.current?.scrollIntoView({ block: 'start' })
  }, [isAsked])
  return box
}

function Line({ state, onAct }: { state: EntityState<'callcentre'>; onAct: (act: LineAct) => void }) {
  const { t, dates } = useWords()
  const today = useToday()
  const wordsOf = useCallCentreWords()
  const { status } = state
  if (status === 'absent' || status === 'taken_back') return null
  const { head, told } = wordsOf(state)
  const lawful: readonly string[] = CALL_CENTRE_ACTS[status]
  const acts = (Object.keys(LINE_ACTS) as LineAct[]).filter(act => lawful.includes(`callcentre.${act}`))
  const isOver = isOverrun(state, today)
  const tone = status === 'interrupted' ? 'red' : status === 'mode' ? (isOver ? 'red' : 'amber') : 'plain'
  return (
    <li>
      <span className="grow">
        <b>{head}</b> <Badge tone={tone}>{t(isOver ? 'callcentre.overrun.mark' : `callcentre.status.${status}`)}</Badge>
        <div className="mute">{told}</div>
        {isOver && state.mode?.to ? (
          <div>{t('callcentre.overrun', { date: screenDate(state.mode.to, dates) })}</div>
        ) : null}
        <span className="feedback-acts">
          {acts.map(act => (
            <button
              key={act}
              type="button"
              className="link"
              aria-label={`${t(LINE_ACTS[act])}: ${head}`}
              onClick={() => onAct(act)}
            >
              {t(LINE_ACTS[act])}
            </button>
          ))}
        </span>
      </span>
    </li>
  )
}

/** What the quarter comes to, up to now. */
function Figures() {
  const { t, dates } = useWords()
  const on = useToday()
  const at = useOfficeTime()
  const quarter = quarterOf(on)
  const figures = useRows(
    'exchange.figures',
    useMemo(() => ({ ...rangeOfQuarter(quarter), now: { on, at } }), [quarter, on, at]),
  )
  if (figures === undefined) return null
  const { callCentre: calls, feedback } = figures
  return (
    <div className="card-body">
      <h3>{quarterTitle(quarter, dates)}</h3>
      <dl className="facts">
        <Fact label={t('callcentre.figure.calls')} text={`${calls.calls}`} />
        <Fact label={t('callcentre.figure.mode_days')} text={`${calls.modeDays}`} />
        <Fact label={t('callcentre.figure.interruptions')} text={`${calls.interruptions}`} />
        <Fact label={t('callcentre.figure.minutes')} text={`${calls.minutes}`} />
        <Fact
          label={t('callcentre.figure.share')}
          text={calls.openShare === null ? '' : `${String(calls.openShare).replace('.', ',')}\u00a0%`}
        />
        <Fact
          label={t('feedback.figure.exchanges')}
          text={t('feedback.figure.both', { from: feedback.fromApplicant, to: feedback.toApplicant })}
        />
        <Fact label={t('feedback.figure.late')} text={`${feedback.late}`} />
      </dl>
    </div>
  )
}
