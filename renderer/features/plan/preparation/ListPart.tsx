import { Button } from '@mantine/core'
import { useState } from 'react'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import { WhyDate } from '../../../components/WhyDate.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { HandOver } from '../HandOver.tsx'
import { ListSheetButton } from '../sheets/ListSheetButton.tsx'
import type { BoardShown } from './ReceptionBoard.tsx'
import { personsSheet } from './sheet-data.ts'
import { useSheetWith } from './use-sheet-with.ts'

/** The list of those to be received: on paper, and handed over to whom and when (clause 27, KZ-2026 rule 32). */
export function ListPart({ known, heads, board, onDone }: BoardShown) {
  const { t, dates } = useWords()
  const [isAsked, setAsked] = useState(false)
  const sheetWith = useSheetWith()
  const { reception, visitors, list, isListOld, listBy } = board
  const people = visitors.map(({ person }) => person)
  const rows = people.flatMap(({ application }) => known.rows.get(application) ?? [])
  return (
    <section className="part">
      <h3>{t('preparation.list')}</h3>
      {listBy === null ? null : (
        <p>
          {t('people.handed.due')} <WhyDate term={listBy} />
        </p>
      )}
      <p>
        {list === null ? (
          <span className="mute">{t('preparation.list.none')}</span>
        ) : (
          <>
            <Badge tone={list.final ? 'green' : 'sky'}>
              {t(list.final ? 'people.handed.final_on' : 'people.handed.draft_on', {
                date: screenDate(list.on, dates),
              })}
            </Badge>{' '}
            {list.to}
          </>
        )}{' '}
        {isListOld ? <Badge tone="amber">{t('preparation.list.changed')}</Badge> : null}
      </p>
      <div className="buttons">
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('people.handed.act')}
        </Button>
        {sheetWith === undefined ? null : <ListSheetButton data={personsSheet(reception, rows, list, sheetWith)} />}
      </div>
      {isAsked ? (
        <HandOver
          {...{ known, heads, reception }}
          booked={people}
          onDone={() => {
            setAsked(false)
            onDone('people.handed.done')
          }}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </section>
  )
}
