import { Button, NativeSelect } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Language } from '#shared/application/model.ts'
import { EntityId } from '#shared/change/action.ts'
import { HOWS_OF, SUBJECT_ASKS, type SubjectAsk, type SubjectHow } from '#shared/subject/model.ts'
import { subjectTerm } from '#shared/subject/term.ts'
import type { SubjectRequest } from '#shared/subject/transitions.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { DateField } from '../../components/DateField.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import { WhyDate } from '../../components/WhyDate.tsx'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { useSubjectSheet } from './use-subject-sheet.ts'
import './subject.css'

interface Shown {
  readonly subject: string
  /** The language the person speaks, as known; null: it is not. */
  readonly language: string | null
}

/** What the person asks of their own data, whether these are closed, and the sheet of all that is kept (Law 94-V, art. 24). */
export function SubjectPart({ subject, language }: Shown) {
  const { t, dates } = useWords()
  const state = useRows(
    'subject.one',
    useMemo(() => ({ subject }), [subject]),
  )
  const { call, act } = useJournalAct()
  if (state === undefined) return null
  const press = (type: 'subject.asked' | 'subject.answered', body: Record<string, unknown>) =>
    act({ entity: EntityId.parse(`subject:${subject}`), type, basedOn: state?.head ?? null, body })
  const requests = state?.requests ?? []
  return (
    <Part title={t('subject.title')}>
      {state === null || state.blocked === null ? null : (
        <Notice tone="amber">
          <b>{t('subject.blocked', { date: screenDate(state.blocked, dates) })}</b>
          <div>{t('subject.blocked.sentence')}</div>
        </Notice>
      )}
      {requests.length === 0 ? <p className="mute">{t('subject.requests.none')}</p> : null}
      <ul className="plain-list">
        {requests.map(one => (
          <Request
            key={one.request}
            asked={one}
            isBusy={call.busy}
            onAnswer={(how, on) => void press('subject.answered', { request: one.request, on, how })}
          />
        ))}
      </ul>
      <Ask
        isBusy={call.busy}
        isBlocked={(state?.blocked ?? null) !== null}
        onAsk={asked => press('subject.asked', asked)}
      />
      <ErrorNotice error={call.error} />
      <Give subject={subject} language={Language.safeParse(language).data ?? null} state={state} />
    </Part>
  )
}

interface RequestShown {
  readonly asked: SubjectRequest
  readonly isBusy: boolean
  readonly onAnswer: (how: SubjectHow, on: PlainDate) => void
}

/** A request: answered, or by when it has to be, why by then, and the ways to answer it. */
function Request({ asked: { what, on, answer }, isBusy, onAnswer }: RequestShown) {
  const { t, dates } = useWords()
  const today = useToday()
  const calendar = useWorkCalendar()
  return (
    <li>
      <div>{t(`subject.ask.${what}`)}</div>
      <div className="mute">{t('subject.asked_on', { date: screenDate(on, dates) })}</div>
      {answer === null ? (
        <>
          <div>
            {t('subject.by')} <WhyDate term={subjectTerm(on, calendar)} what={t('subject.term')} />
          </div>
          {what === 'destroy' ? <div className="mute">{t('subject.destroy.sentence')}</div> : null}
          <div className="act-buttons">
            {HOWS_OF[what].map(how => (
              <Button key={how} variant="default" disabled={isBusy} onClick={() => onAnswer(how, today)}>
                {t(`subject.how.${how}`)}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <div className="mute">
          {t('subject.answered', { how: t(`subject.how.${answer.how}`), date: screenDate(answer.on, dates) })}
        </div>
      )}
    </li>
  )
}

interface AskShown {
  readonly isBusy: boolean
  readonly isBlocked: boolean
  readonly onAsk: (asked: { request: string; what: SubjectAsk; on: PlainDate }) => Promise<boolean>
}

/** What is closed is not closed again, what is open not opened. */
function Ask({ isBusy, isBlocked, onAsk }: AskShown) {
  const { t } = useWords()
  const today = useToday()
  const [chosen, setChosen] = useState<string>('see')
  const [typed, setTyped] = useState<string | null>(today)
  const [request, setRequest] = useState(newRequestId)
  const offered = SUBJECT_ASKS.filter(one => one !== (isBlocked ? 'block' : 'unblock'))
  const what = offered.find(one => one === chosen) ?? 'see'
  const on = PlainDate.safeParse(typed)
  const ask = async () => {
    if (on.success && (await onAsk({ request, what, on: on.data }))) setRequest(newRequestId())
  }
  return (
    <div className="subject-row">
      <NativeSelect
        label={t('subject.what')}
        value={what}
        data={offered.map(one => ({ value: one, label: t(`subject.ask.${one}`) }))}
        onChange={event => setChosen(event.currentTarget.value)}
      />
      <DateField label={t('subject.on')} value={typed} onChange={setTyped} />
      <Button variant="default" loading={isBusy} disabled={!on.success || on.data > today} onClick={() => void ask()}>
        {t('subject.ask')}
      </Button>
    </div>
  )
}

interface GiveShown {
  readonly subject: string
  readonly language: Language | null
  readonly state: EntityState<'subject'> | null
}

function Give({ subject, language, state }: GiveShown) {
  const words = useWords()
  const { t } = words
  const isWhole = useIsWhole()
  const [chosen, setChosen] = useState<Language>(language ?? words.language)
  const { call, saved, save } = useSubjectSheet(subject, state)
  return (
    <>
      <div className="subject-row">
        <NativeSelect
          label={t('subject.language')}
          value={chosen}
          data={Language.options.map(one => ({ value: one, label: t(`language.long.${one}`) }))}
          onChange={event => setChosen(Language.catch(chosen).parse(event.currentTarget.value))}
        />
        <Button
          variant="default"
          leftSection={<IconFileText size={17} aria-hidden="true" />}
          disabled={!isWhole}
          loading={call.busy}
          onClick={() => void save(chosen)}
        >
          {t('subject.give')}
        </Button>
      </div>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
