import { Button } from '@mantine/core'
import { numberText } from '#shared/application/number.ts'
import type { ToCall } from '#shared/plan/placed.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Card } from '../../../components/Card.tsx'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { bookingText } from '../../applications/columns.ts'
import { CALL_CHANNEL } from '../../contacts/contact-form.ts'
import { useContacts } from '../../contacts/contacts-context.ts'
import { callSheet } from '../preparation/sheet-data.ts'
import { useSheetWith } from '../preparation/use-sheet-with.ts'
import { CallListButton } from '../sheets/CallListButton.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { SHOWN } from './Appointed.tsx'
import { personTitle } from './PersonFacts.tsx'
import { WhyFallen } from './WhyFallen.tsx'

interface Shown {
  readonly known: PlanKnown
  readonly toCall: readonly ToCall[]
  readonly onGive: (row: PlannedRow) => void
}

/** Those whose place no longer stands: why, by which number and in which language they are called, what comes instead. */
export function ToCallList({ known, toCall, onGive }: Shown) {
  const { t } = useWords()
  const sheetWith = useSheetWith()
  return (
    <Card
      title={t('people.to_call', { number: toCall.length })}
      beside={
        toCall.length === 0 || sheetWith === undefined ? undefined : (
          <CallListButton data={callSheet(toCall, known.rows, sheetWith)} />
        )
      }
    >
      {toCall.length === 0 ? <p className="card-body mute">{t('people.to_call.none')}</p> : null}
      <ol className="rows">
        {toCall.slice(0, SHOWN).map(one => {
          const row = known.rows.get(one.person.application)
          return row === undefined ? null : <Line key={one.person.application} {...{ one, row, onGive }} />
        })}
      </ol>
      {toCall.length > SHOWN ? (
        <p className="card-body mute">{t('people.more', { number: toCall.length - SHOWN })}</p>
      ) : null}
    </Card>
  )
}

function Line({ one, row, onGive }: { one: ToCall; row: PlannedRow; onGive: (row: PlannedRow) => void }) {
  const { t, dates } = useWords()
  const contacts = useContacts()
  const title = personTitle(row, t)
  const number = row.row.number === null ? '' : numberText(row.row.number)
  return (
    <li>
      <span className="grow">
        <b>{title}</b>
        <span className="plan-facts">
          <span>{row.phone === '' ? t('people.no_phone') : row.phone}</span>
          <span>{t(`register.language.${one.person.language}`)}</span>
          <span>{t('people.was_booked', { when: bookingText(one.person, dates) })}</span>
          {one.person.told ? <Badge tone="amber">{t('people.told')}</Badge> : null}
        </span>
        <WhyFallen why={one} profile={one.person.profile} />
      </span>
      <span className="buttons">
        <Button
          variant="default"
          aria-label={`${t('people.log_call')}: ${title}`}
          onClick={() => contacts.open(CALL_CHANNEL, t('people.call_note', { number }))}
        >
          {t('people.log_call')}
        </Button>
        <Button aria-label={`${t('people.new_time')}: ${title}`} onClick={() => onGive(row)}>
          {t('people.new_time')}
        </Button>
      </span>
    </li>
  )
}
