import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AskedBody } from '#shared/plan/readiness.ts'
import { owesReport } from '#shared/reception/owed.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge, type Tone } from '../../../components/Badge.tsx'
import { useDirectoryName } from '../../../components/use-directories.ts'
import { WhyDate } from '../../../components/WhyDate.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { addressOfNew } from '../../letters/letter-place.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { Notices } from './Notices.tsx'
import type { BoardShown } from './ReceptionBoard.tsx'
import { ReportDialog } from './ReportDialog.tsx'

type Asked = { readonly what: 'invite' } | { readonly what: 'answer' | 'report'; readonly body: string } | null

const TONES = {
  confirmed: 'green',
  substitute: 'green',
  refused: 'red',
  attended: 'green',
  did_not_attend: 'amber',
} as const satisfies Record<string, Tone>

/** Bodies that are asked to take part, what they answered and what is due because of it (clauses 17-20, KZ-2026 rules 29-31). */
export function Bodies({ known, heads, board, onDone }: BoardShown) {
  const { t } = useWords()
  const nameOf = useDirectoryName()
  const [asked, setAsked] = useState<Asked>(null)
  const { reception, bodies, toInvite, isOver } = board
  const close = () => setAsked(null)
  const done = (key: Parameters<typeof onDone>[0]) => {
    close()
    onDone(key)
  }
  const shared = { known, heads, reception, onClose: close }
  return (
    <section className="part">
      <h3>{t('preparation.bodies')}</h3>
      {bodies.length === 0 ? <p className="mute">{t('preparation.bodies.none')}</p> : null}
      <ul className="plan-lines">
        {bodies.map(one => (
          <Line
            key={one.invited.body}
            {...{ known, board, one }}
            name={nameOf('body', one.invited.body)}
            onAsk={what => setAsked({ what, body: one.invited.body })}
          />
        ))}
      </ul>
      {isOver ? null : (
        <div className="buttons">
          <Button variant="default" onClick={() => setAsked({ what: 'invite' })}>
            {t('preparation.invite')}
          </Button>
          {toInvite.length === 0 ? null : (
            <span className="mute">
              {t('preparation.to_invite', { names: toInvite.map(code => nameOf('body', code)).join(', ') })}
            </span>
          )}
        </div>
      )}
      {asked?.what === 'invite' ? (
        <InviteDialog
          {...shared}
          asked={new Set(bodies.map(({ invited }) => invited.body))}
          proposed={toInvite}
          onDone={() => done('preparation.invite.done')}
        />
      ) : null}
      {asked?.what === 'answer' ? (
        <AnswerDialog
          {...shared}
          body={asked.body}
          name={nameOf('body', asked.body)}
          onDone={() => done('preparation.answer.done')}
        />
      ) : null}
      {asked?.what === 'report' ? (
        <ReportDialog
          {...shared}
          body={asked.body}
          name={nameOf('body', asked.body)}
          onDone={() => done('preparation.report.done')}
        />
      ) : null}
    </section>
  )
}

interface OfBody extends Pick<BoardShown, 'known' | 'board'> {
  readonly one: AskedBody
  readonly name: string
  readonly onAsk: (what: 'answer' | 'report') => void
}

function Line({ known, board, one, name, onAsk }: OfBody) {
  const { t, dates } = useWords()
  const { invited } = one
  const last = invited.answers.at(-1)
  return (
    <li>
      <span className="grow">
        <b>{name}</b>
        <span className="plan-facts">
          <span>{t('preparation.invited_on', { date: screenDate(invited.on, dates) })}</span>
          {invited.letter === '' ? null : <span>{t('preparation.letter_number', { number: invited.letter })}</span>}
          {invited.video ? <span>{t('people.mode.video')}</span> : null}
          {last === undefined ? (
            <Badge tone="amber">{t('preparation.no_answer')}</Badge>
          ) : (
            <Badge tone={TONES[last.outcome]}>{t(`preparation.outcome.${last.outcome}`)}</Badge>
          )}
          {last === undefined || last.note === '' ? null : <span>{last.note}</span>}
        </span>
        <Clocks known={known} board={board} one={one} />
        {board.isOver ? null : <Notices known={known} reception={board.reception} one={one} />}
      </span>
      <span className="buttons">
        <Button variant="default" aria-label={`${t('preparation.answer')}: ${name}`} onClick={() => onAsk('answer')}>
          {t('preparation.answer')}
        </Button>
        {!owesReport(invited) ? null : (
          <Button aria-label={`${t('preparation.report')}: ${name}`} onClick={() => onAsk('report')}>
            {t('preparation.report')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** By when a refusal is reported, with the letter it takes, or that it was. */
function Clocks({ known, board, one: { invited, report } }: Pick<OfBody, 'known' | 'board' | 'one'>) {
  const { t, dates } = useWords()
  const { today } = known.plan
  const first = board.visitors[0]?.person.application
  if (invited.reported !== null) {
    return (
      <span className="mute">{t('preparation.reported_on', { date: screenDate(invited.reported.on, dates) })}</span>
    )
  }
  if (report === null) return null
  return (
    <span>
      {t('preparation.report.due')} <WhyDate term={report} />{' '}
      {report.by < today ? <Badge tone="red">{t('preparation.late')}</Badge> : null}{' '}
      {first === undefined ? null : (
        <a className="link" href={addressOfNew(first, 'body_refused', null)}>
          {t('preparation.report.letter')}
        </a>
      )}
    </span>
  )
}
