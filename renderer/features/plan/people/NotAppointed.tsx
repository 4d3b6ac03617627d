import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../../components/Notice.tsx'
import { officialName } from '../../../components/official-name.ts'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import { SHOWN } from './Appointed.tsx'
import { appointments, BY_WISH } from './appointments.ts'
import { PersonFacts, personTitle } from './PersonFacts.tsx'
import { useSelection } from './use-selection.ts'

interface Shown {
  readonly known: PlanKnown
  readonly rows: readonly PlannedRow[]
  readonly outOfTurnShown: boolean
}

/** Open applications nobody is said to receive: many are chosen and appointed at once (clause 27). */
export function NotAppointed({ known, rows, outOfTurnShown }: Shown) {
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  const [video, setVideo] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState(0)
  const shown = isWhole ? rows : rows.slice(0, SHOWN)
  const selection = useSelection(shown.map(({ person }) => person.application))
  const consent = (id: string) => {
    const next = new Set(video)
    if (!next.delete(id)) next.add(id)
    setVideo(next)
  }
  const chosen = shown.filter(({ person }) => selection.chosen.has(person.application))
  return (
    <Card title={t('people.undecided', { number: rows.length })}>
      {rows.length === 0 ? <p className="card-body mute">{t('people.undecided.none')}</p> : null}
      {rows.length === 0 ? null : (
        <Appoint
          known={known}
          rows={chosen}
          video={video}
          onDone={count => {
            setDone(count)
            selection.clear()
          }}
        />
      )}
      {done === 0 ? null : (
        <div className="card-body">
          <Notice tone="green">{t('people.appoint.done', { number: done })}</Notice>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the boxes inside, which stay native */}
      <div onKeyDown={selection.onKeyDown}>
        <ol className="rows" aria-label={t('people.undecided', { number: rows.length })}>
          {shown.map(row => (
            <Line
              key={row.person.application}
              {...{ known, row, outOfTurnShown }}
              isChosen={selection.chosen.has(row.person.application)}
              hasVideo={video.has(row.person.application)}
              onChoose={() => selection.toggle(row.person.application)}
              onConsent={() => consent(row.person.application)}
            />
          ))}
        </ol>
      </div>
      {shown.length < rows.length ? (
        <div className="card-body">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {t('people.show_all', { number: rows.length })}
          </button>
        </div>
      ) : null}
    </Card>
  )
}

interface ToAppoint {
  readonly known: PlanKnown
  readonly rows: readonly PlannedRow[]
  readonly video: ReadonlySet<string>
  readonly onDone: (count: number) => void
}

function Appoint({ known, rows, video, onDone }: ToAppoint) {
  const { t, language } = useWords()
  const { call, apply } = usePlanActs()
  const [by, setBy] = useState(BY_WISH)
  const { officials } = known.plan
  const acts = appointments(rows, by, video, officials)
  const appoint = async () => {
    if (await apply(acts, known.heads)) onDone(acts.length)
  }
  return (
    <div className="card-body">
      <p className="mute">{t('people.undecided.keys')}</p>
      <div className="buttons plan-bar">
        <NativeSelect
          label={t('people.received_by')}
          value={by}
          data={[
            { value: BY_WISH, label: t('people.by_wish') },
            ...officials.map(one => ({ value: one.id, label: officialName(one, language) })),
          ]}
          onChange={event => setBy(event.currentTarget.value)}
        />
        <Button disabled={acts.length === 0} loading={call.busy} onClick={() => void appoint()}>
          {t('people.appoint', { number: acts.length })}
        </Button>
        {rows.length > acts.length ? (
          <span className="mute">{t('people.no_wish', { number: rows.length - acts.length })}</span>
        ) : null}
      </div>
      <ErrorNotice error={call.error} />
    </div>
  )
}

interface OfPerson {
  readonly known: PlanKnown
  readonly row: PlannedRow
  readonly outOfTurnShown: boolean
  readonly isChosen: boolean
  readonly hasVideo: boolean
  readonly onChoose: () => void
  readonly onConsent: () => void
}

function Line({ known, row, outOfTurnShown, isChosen, hasVideo, onChoose, onConsent }: OfPerson) {
  const { t, language } = useWords()
  const wished = known.plan.officials.find(({ id }) => id === row.row.facts.officialId)
  const title = personTitle(row, t)
  return (
    <li>
      <label className="tick-place">
        <input
          type="checkbox"
          className="tick"
          data-column="choose"
          aria-label={t('people.choose', { person: title })}
          checked={isChosen}
          onChange={onChoose}
        />
      </label>
      <PersonFacts planned={row} outOfTurnShown={outOfTurnShown} />
      <span className="plan-wish">
        {wished === undefined ? t('people.wish.none') : t('people.wish', { official: officialName(wished, language) })}
      </span>
      <label className="plan-consent">
        <input
          type="checkbox"
          className="tick"
          data-column="video"
          aria-label={t('people.video_consent.of', { person: title })}
          checked={hasVideo}
          onChange={onConsent}
        />
        {t('people.video_consent')}
      </label>
    </li>
  )
}
