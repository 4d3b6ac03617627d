import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ActionId } from '#shared/change/action.ts'
import type { Official } from '#shared/official/model.ts'
import { postStanding } from '#shared/official/post.ts'
import type { CalledIn, InvitationAnswer } from '#shared/reception/model.ts'
import type { ReceptionState } from '#shared/reception/transitions.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { newRequestId } from '../../components/request-id.ts'
import { useDirectoryName } from '../../components/use-directories.ts'
import { type JournalAct, useJournalAct } from '../../components/use-journal-act.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { receptionEntity, usePreparations } from '../plan/use-preparations.ts'
import type { ReceptionDay } from './use-reception-day.ts'

type Day = Pick<ReceptionDay, 'today' | 'now' | 'officials' | 'isOver'>

/** Who takes part in the receptions of the day: bodies that were invited (clause 17), staff called in (clause 22). */
export function TakesPart({ day }: { day: Day }) {
  const { t, language } = useWords()
  const month = PlainMonth.parse(day.today.slice(0, 7))
  const schedules = useRows(
    'plan.schedules',
    useMemo(() => ({ from: month, to: month }), [month]),
  )
  const receptions = useMemo(
    () =>
      (schedules ?? [])
        .flatMap(({ approved }) => approved?.schedule.receptions ?? [])
        .filter(({ date }) => date === day.today),
    [schedules, day.today],
  )
  const prepared = usePreparations(useMemo(() => receptions.map(({ id }) => id), [receptions]))
  const [isOpen, setOpen] = useState(false)
  if (receptions.length === 0 || prepared === undefined) return null
  return (
    <details className="takes-part" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('takes_part.title')}</summary>
      {isOpen
        ? receptions.map(reception => {
            const official = day.officials.find(({ id }) => id === reception.officialId)
            const name = official === undefined ? '' : officialName(official, language)
            return (
              <OfReception
                key={reception.id}
                {...{ day, reception, name }}
                state={prepared.of(reception.id)}
                head={prepared.heads.get(receptionEntity(reception.id)) ?? null}
              />
            )
          })
        : null}
    </details>
  )
}

interface OfReceptionShown {
  readonly day: Day
  readonly reception: Reception
  readonly name: string
  readonly state: ReceptionState
  readonly head: ActionId | null
}

function OfReception({ day, reception, name, state, head }: OfReceptionShown) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const entity = receptionEntity(reception.id)
  const answered = (answer: InvitationAnswer) =>
    act({ entity, type: 'reception.answered', basedOn: head, body: { answer } })
  const calledIn = (one: CalledIn) =>
    act({ entity, type: 'reception.called_in', basedOn: head, body: { calledIn: one } })
  return (
    <section className="part" aria-label={`${t('takes_part.title')}: ${reception.from}, ${name}`}>
      <h3>
        {reception.from}, {name}
      </h3>
      <ErrorNotice error={call.error} />
      <Bodies {...{ day, state, call, answered }} />
      <Staff {...{ day, state, call, calledIn }} />
      {day.isOver ? null : <CallIn {...{ day, call, calledIn }} />}
    </section>
  )
}

interface BodiesShown {
  readonly day: Day
  readonly state: ReceptionState
  readonly call: JournalAct['call']
  readonly answered: (answer: InvitationAnswer) => Promise<boolean>
}

function Bodies({ day, state, call, answered }: BodiesShown) {
  const { t } = useWords()
  const entry = useDirectoryName()
  return (
    <ul className="plan-lines">
      {state.invited.map(({ body, answers }) => {
        const last = answers.at(-1)?.outcome ?? null
        return (
          <li key={body}>
            <span className="grow">{entry('body', body)}</span>
            <Badge
              tone={last === 'attended' ? 'green' : last === 'did_not_attend' || last === 'refused' ? 'red' : 'amber'}
            >
              {last === null ? t('preparation.no_answer') : t(`preparation.outcome.${last}`)}
            </Badge>
            {(['attended', 'did_not_attend'] as const)
              .filter(outcome => outcome !== last)
              .map(outcome => (
                <Button
                  key={outcome}
                  variant="default"
                  disabled={call.busy}
                  aria-label={`${t(`preparation.outcome.${outcome}`)}: ${entry('body', body)}`}
                  onClick={() => void answered({ body, outcome, on: day.today, note: '' })}
                >
                  {t(`preparation.outcome.${outcome}`)}
                </Button>
              ))}
          </li>
        )
      })}
    </ul>
  )
}

interface StaffShown {
  readonly day: Day
  readonly state: ReceptionState
  readonly call: JournalAct['call']
  readonly calledIn: (one: CalledIn) => Promise<boolean>
}

const CALLED_WORDS: Record<CalledIn['outcome'], LocaleKey> = {
  called: 'called_in.called',
  came: 'called_in.came',
  did_not_come: 'called_in.did_not_come',
}
const TONES = { called: 'amber', came: 'green', did_not_come: 'red' } as const

function Staff({ day, state, call, calledIn }: StaffShown) {
  const { t, language } = useWords()
  return (
    <ul className="plan-lines">
      {state.calledIn.map(one => {
        const official = day.officials.find(({ id }) => id === one.officialId)
        const who = official === undefined ? one.who : officialName(official, language)
        return (
          <li key={one.id}>
            <span className="grow">{who}</span>
            <span className="mute">{one.at}</span>
            <Badge tone={TONES[one.outcome]}>{t(CALLED_WORDS[one.outcome])}</Badge>
            {day.isOver
              ? null
              : (['came', 'did_not_come'] as const)
                  .filter(outcome => outcome !== one.outcome)
                  .map(outcome => (
                    <Button
                      key={outcome}
                      variant="default"
                      disabled={call.busy}
                      aria-label={`${t(CALLED_WORDS[outcome])}: ${who}`}
                      onClick={() => void calledIn({ ...one, outcome })}
                    >
                      {t(CALLED_WORDS[outcome])}
                    </Button>
                  ))}
          </li>
        )
      })}
    </ul>
  )
}

interface CallInShown {
  readonly day: Day
  readonly call: JournalAct['call']
  readonly calledIn: (one: CalledIn) => Promise<boolean>
}

/** Asks a worker of the apparatus into the room: one of the directory, or whoever is named (clause 22). */
function CallIn({ day, call, calledIn }: CallInShown) {
  const { t, language } = useWords()
  const [officialId, setOfficial] = useState('')
  const [who, setWho] = useState('')
  const isNamed = officialId !== '' || who.trim() !== ''
  const add = async () => {
    const asked = { id: newRequestId(), officialId: officialId || null, who: officialId === '' ? who.trim() : '' }
    if (!(await calledIn({ ...asked, at: day.now, outcome: 'called' }))) return
    setOfficial('')
    setWho('')
  }
  return (
    <div className="call-in">
      <NativeSelect
        label={t('called_in.official')}
        value={officialId}
        data={[
          { value: '', label: '\u2013' },
          ...inPost(day).map(one => ({ value: one.id, label: officialName(one, language) })),
        ]}
        onChange={event => setOfficial(event.currentTarget.value)}
      />
      <TextInput
        label={t('called_in.who')}
        maxLength={200}
        disabled={officialId !== ''}
        value={who}
        onChange={event => setWho(event.currentTarget.value)}
      />
      <Button variant="default" disabled={!isNamed} loading={call.busy} onClick={() => void add()}>
        {t('called_in.add')}
      </Button>
    </div>
  )
}

function inPost({ officials, today }: Day): Official[] {
  return officials.filter(one => postStanding(one, today) === 'in_office')
}
