import { Button } from '@mantine/core'
import { useState } from 'react'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import { WhyDate } from '../../../components/WhyDate.tsx'
import type { PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { personTitle } from '../people/PersonFacts.tsx'
import { BriefingDialog } from './BriefingDialog.tsx'
import type { BoardShown } from './ReceptionBoard.tsx'

/** The briefing sheets of those who come: how many are written, by when they are due, each with its act. */
export function Briefings({ known, board, onDone }: BoardShown) {
  const { t, dates } = useWords()
  const [asked, setAsked] = useState<PlannedRow | null>(null)
  const { visitors, written, briefing } = board
  const { today } = known.plan
  return (
    <section className="part">
      <h3>
        {t('preparation.briefings')}{' '}
        <Badge tone={written === visitors.length ? 'green' : 'amber'}>
          {t('preparation.written_of', { written, all: visitors.length })}
        </Badge>
      </h3>
      {briefing === null ? null : (
        <p>
          {t('preparation.due')} <WhyDate term={briefing} />{' '}
          {briefing.by < today && written < visitors.length ? <Badge tone="red">{t('preparation.late')}</Badge> : null}
        </p>
      )}
      {visitors.length === 0 ? <p className="mute">{t('preparation.nobody')}</p> : null}
      <ol className="plan-lines">
        {visitors.map(({ person }) => {
          const row = known.rows.get(person.application)
          if (row === undefined) return null
          const title = personTitle(row, t)
          const act = t(person.briefedOn === null ? 'preparation.briefing.write' : 'preparation.briefing.change')
          return (
            <li key={person.application}>
              <b className="plan-time">{person.booking?.time ?? t('people.time.none')}</b>
              <span className="grow">{title}</span>
              {person.briefedOn === null ? null : (
                <span className="mute">
                  {t('preparation.briefed_on', { date: screenDate(person.briefedOn, dates) })}
                </span>
              )}
              <Button variant="default" aria-label={`${act}: ${title}`} onClick={() => setAsked(row)}>
                {act}
              </Button>
            </li>
          )
        })}
      </ol>
      {asked === null ? null : (
        <BriefingDialog
          known={known}
          row={asked}
          onDone={() => {
            setAsked(null)
            onDone('preparation.briefing.done')
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}
