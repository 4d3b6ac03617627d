import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { MOST_DESTROYED } from '#shared/destruction/model.ts'
import type { RetainedPerson, RetentionPreview } from '#shared/ipc/retention.ts'
import { HoldGround } from '#shared/retention/model.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DestroyForm } from './DestroyForm.tsx'
import { PersonCells, PersonHeads } from './PersonCells.tsx'
import { useHold } from './use-hold.ts'

interface Given {
  readonly preview: RetentionPreview | null
  readonly call: Call
  readonly onLook: () => Promise<void>
}

/** Who is past the terms today: looked through line by line before anything is destroyed. */
export function DueCard({ preview, call, onLook }: Given) {
  const { t } = useWords()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { call: holding, hold } = useHold()
  const due = preview?.due ?? []
  const taken = due.filter(({ subject }) => !left.has(subject))
  const keep = async (subject: string, ground: HoldGround) => {
    if (await hold(subject, ground)) await onLook()
  }
  const toggle = (subject: string) => setLeft(before => toggled(before, subject))
  return (
    <Card
      title={t('retention.due.title')}
      beside={
        <Button variant={preview === null ? 'filled' : 'default'} loading={call.busy} onClick={() => void onLook()}>
          {t('retention.look')}
        </Button>
      }
    >
      <div className="card-body">
        {call.busy ? <p className="mute">{t('retention.looking')}</p> : null}
        <ErrorNotice error={call.error} />
        <ErrorNotice error={holding.error} />
        {preview === null ? null : <Found preview={preview} />}
      </div>
      {due.length === 0 ? null : (
        <div className="table-box retention-box">
          <table className="table" aria-label={t('retention.due.title')}>
            <thead>
              <tr>
                <th scope="col">{t('retention.column.take')}</th>
                <PersonHeads />
                <th scope="col">{t('retention.hold')}</th>
              </tr>
            </thead>
            <tbody>
              {due.map(person => (
                <Line
                  key={person.subject}
                  person={person}
                  isTaken={!left.has(person.subject)}
                  isBusy={holding.busy}
                  onToggle={() => toggle(person.subject)}
                  onHold={ground => void keep(person.subject, ground)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {taken.length === 0 || preview?.basedOn == null ? null : (
        <DestroyForm people={taken.map(({ subject }) => subject)} basedOn={preview.basedOn} />
      )}
    </Card>
  )
}

function toggled(before: ReadonlySet<string>, subject: string): ReadonlySet<string> {
  const next = new Set(before)
  if (!next.delete(subject)) next.add(subject)
  return next
}

function Found({ preview: { people, due, dueInAll } }: { preview: RetentionPreview }) {
  const { t } = useWords()
  if (dueInAll === 0) return <Notice tone="green">{t('retention.due.none', { people })}</Notice>
  return (
    <Notice tone="amber">
      {t('retention.due.count', { people, due: dueInAll })}
      {dueInAll > due.length ? <div>{t('retention.due.more', { most: MOST_DESTROYED })}</div> : null}
    </Notice>
  )
}

interface LineShown {
  readonly person: RetainedPerson
  readonly isTaken: boolean
  readonly isBusy: boolean
  readonly onToggle: () => void
  readonly onHold: (ground: HoldGround) => void
}

function Line({ person, isTaken, isBusy, onToggle, onHold }: LineShown) {
  const { t } = useWords()
  return (
    <tr>
      <td>
        <Checkbox aria-label={t('retention.take', { person: person.masked })} checked={isTaken} onChange={onToggle} />
      </td>
      <PersonCells person={person} />
      <td>
        <NativeSelect
          aria-label={t('retention.hold_of', { person: person.masked })}
          value=""
          disabled={isBusy}
          data={[
            { value: '', label: t('retention.hold.choose') },
            ...HoldGround.options.map(ground => ({ value: ground, label: t(`retention.hold.${ground}`) })),
          ]}
          onChange={event => {
            const ground = HoldGround.safeParse(event.currentTarget.value)
            if (ground.success) onHold(ground.data)
          }}
        />
      </td>
    </tr>
  )
}
