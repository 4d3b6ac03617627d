import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Entry } from '#shared/directory/model.ts'
import type { Invitation } from '#shared/reception/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { typedDate } from '../../../components/typed-date.ts'
import { useOffered } from '../../../components/use-directories.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Heads, type PlanKnown, usePlanActs } from '../use-plan.ts'
import { receptionEntity } from '../use-preparations.ts'

interface Asked {
  readonly known: PlanKnown
  readonly heads: Heads
  readonly reception: Reception
  /** Bodies already asked. */
  readonly asked: ReadonlySet<string>
  /** Bodies the act names for this reception (clause 17): chosen from the first. */
  readonly proposed: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** How one body is asked: every request is a letter of its own, and who takes part by video runs the clock of clause 19. */
type Request = Pick<Invitation, 'video' | 'letter'>

const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/** Bodies are asked to take part, many at once: all are recorded in one act or none is. */
export function InviteDialog({ known, heads, reception, asked, proposed, onDone, onClose }: Asked) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const { today } = known.plan
  const bodies = inProposedOrder(
    useOffered('body', today).filter(({ code }) => !asked.has(code)),
    proposed,
  )
  const fresh: Request = { video: reception.mode === 'video', letter: '' }
  const [requests, setRequests] = useState<ReadonlyMap<string, Request>>(new Map(proposed.map(code => [code, fresh])))
  const [dateText, setDateText] = useState(typedForm(today))
  const on = typedDate(dateText)
  const isAhead = on !== null && on > today
  const change = (code: string, request: Request | undefined) => {
    const next = new Map(requests)
    if (request === undefined) next.delete(code)
    else next.set(code, request)
    setRequests(next)
  }
  const chosen = bodies.flatMap(({ code }) => {
    const request = requests.get(code)
    return request === undefined ? [] : [{ body: code, ...request }]
  })
  const invite = async () => {
    if (on === null) return
    const invitations: Invitation[] = chosen.map(one => ({ ...one, on, letter: one.letter.trim() }))
    const entity = receptionEntity(reception.id)
    if (await apply([{ entity, type: 'reception.invited', body: { invitations } }], heads)) onDone()
  }
  return (
    <Confirm
      title={t('preparation.invite')}
      act={t('preparation.invite.act', { number: chosen.length })}
      size={720}
      call={call}
      allowed={chosen.length > 0 && on !== null && !isAhead}
      onAct={() => void invite()}
      onClose={onClose}
    >
      <fieldset className="bodies">
        <legend>{t('preparation.bodies')}</legend>
        {bodies.map(one => (
          <BodyAsked
            key={one.code}
            body={one}
            request={requests.get(one.code)}
            fresh={fresh}
            onChange={request => change(one.code, request)}
          />
        ))}
      </fieldset>
      <TextInput
        label={t('preparation.invite.on')}
        placeholder={t('register.date_example')}
        value={dateText}
        error={on === null ? t('finding.date_unreadable') : isAhead ? t('people.handed.ahead') : undefined}
        onChange={event => setDateText(event.currentTarget.value)}
      />
    </Confirm>
  )
}

interface One {
  readonly body: Entry
  /** Undefined: it is not asked. */
  readonly request: Request | undefined
  readonly fresh: Request
  readonly onChange: (request: Request | undefined) => void
}

/** A body to choose, and of one that is chosen by which letter it is asked, and whether it takes part by video. */
function BodyAsked({ body, request, fresh, onChange }: One) {
  const { t, language } = useWords()
  const name = body[language]
  return (
    <div className="body-asked">
      <Checkbox
        label={name}
        checked={request !== undefined}
        onChange={() => onChange(request === undefined ? fresh : undefined)}
      />
      {request === undefined ? null : (
        <div className="body-request">
          <Checkbox
            label={t('preparation.invite.video')}
            aria-label={`${t('preparation.invite.video')}: ${name}`}
            checked={request.video}
            onChange={() => onChange({ ...request, video: !request.video })}
          />
          <TextInput
            aria-label={`${t('preparation.letter')}: ${name}`}
            placeholder={t('preparation.letter')}
            maxLength={60}
            value={request.letter}
            onChange={event => onChange({ ...request, letter: event.currentTarget.value })}
          />
        </div>
      )}
    </div>
  )
}

/** Those the act names stand first. */
function inProposedOrder(bodies: readonly Entry[], proposed: readonly string[]): Entry[] {
  const place = (code: string) => (proposed.includes(code) ? proposed.indexOf(code) : proposed.length)
  return bodies.toSorted((a, b) => place(a.code) - place(b.code))
}
