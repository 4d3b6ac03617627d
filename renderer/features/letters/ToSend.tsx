import { Button } from '@mantine/core'
import { useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Why } from '../../components/WhyDate.tsx'
import type { LetterRow } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DispatchForm } from './DispatchForm.tsx'
import { addressOfLetter } from './letter-place.ts'
import { addresseeText } from './outgoing-columns.ts'
import type { Waiting } from './to-send.ts'
import { useToSend } from './use-to-send.ts'

interface Asked {
  readonly row: LetterRow
  readonly way: 'sent' | 'attempted'
}

/** Letters that were signed off and wait to go out, the most pressing first. */
export function ToSend() {
  const { t } = useWords()
  const waiting = useToSend()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState<LocaleKey | null>(null)
  if (waiting === undefined) return null
  const close = (told?: LocaleKey) => {
    setAsked(null)
    setDone(told ?? null)
  }
  return (
    <Card title={t('letters.tab.send')}>
      {done === null ? null : (
        <div className="card-body">
          <Notice tone="green">{t(done)}</Notice>
        </div>
      )}
      {waiting.length === 0 ? (
        <p className="card-body mute">{t('letters.nothing_to_send')}</p>
      ) : (
        <ul className="rows">
          {waiting.map(one => (
            <Line key={one.row.id} waiting={one} onAsk={way => setAsked({ row: one.row, way })} />
          ))}
        </ul>
      )}
      {asked === null ? null : <DispatchForm letter={asked.row} way={asked.way} onClose={close} />}
    </Card>
  )
}

function Line({ waiting, onAsk }: { waiting: Waiting; onAsk: (way: Asked['way']) => void }) {
  const { t, dates, language } = useWords()
  const { row, term, isLate } = waiting
  const { letter, signed, dispatches } = row.state
  if (letter === null || signed === null) return null
  const number = outgoingText(signed.number)
  const { application } = row
  const tried = dispatches.length === 0 ? '' : t('letters.attempts', { count: dispatches.length })
  const parts = [
    application?.number ? numberText(application.number) : '',
    application === null
      ? addresseeText(row.state.personal, language)
      : applicantName(application) || application.organisation,
    t('letters.signed_on', { date: screenDate(signed.on, dates) }),
    tried,
  ]
  return (
    <li className={isLate ? 'due late' : 'due'}>
      <Badge tone={isLate ? 'red' : 'amber'}>{t(isLate ? 'letters.late' : 'letters.waits')}</Badge>
      <span className="grow">
        <a className="link" href={addressOfLetter(row.id)}>
          {joined([number, t(`letter.kind.${letter.kind}`)], ' \u00b7 ')}
        </a>
        <div className="mute">{joined(parts, ' \u00b7 ')}</div>
        <div>
          {term === null ? t('letters.no_term') : t('letter.by', { date: screenDate(term.by, dates) })}{' '}
          {term?.term ? <Why term={term.term} /> : null}
        </div>
      </span>
      <Button aria-label={`${t('letter.send')}: ${number}`} onClick={() => onAsk('sent')}>
        {t('letter.send')}
      </Button>
      <Button variant="default" aria-label={`${t('letter.attempt')}: ${number}`} onClick={() => onAsk('attempted')}>
        {t('letter.attempt')}
      </Button>
    </li>
  )
}
