import { Button } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { CollisionDialog } from './CollisionDialog.tsx'
import { DifferenceList } from './DifferenceList.tsx'
import type { PlannedMonth } from './use-planned-month.ts'

/** Says that the approved month moved on since the draft was begun: what the draft follows, and what a person has to choose. */
export function MovedOn({ planned }: { planned: PlannedMonth }) {
  const { t } = useWords()
  const { work, officials } = planned
  const [asked, setAsked] = useState(false)
  const { draft, taken } = work
  return (
    <>
      {taken.length === 0 ? null : (
        <Notice tone="sky">
          {t('schedule.moved_on.taken', { count: taken.length })}
          <details>
            <summary>{t('schedule.moved_on.changes')}</summary>
            <DifferenceList differences={taken} officials={officials} />
          </details>
        </Notice>
      )}
      {draft.collided.length === 0 ? null : (
        <Notice tone="amber">
          <div className="buttons">
            <span>{t('schedule.moved_on.collided', { count: draft.collided.length })}</span>
            <Button variant="default" onClick={() => setAsked(true)}>
              {t('schedule.collision.open')}
            </Button>
          </div>
        </Notice>
      )}
      {asked && draft.collided.length > 0 ? (
        <CollisionDialog planned={planned} onClose={() => setAsked(false)} />
      ) : null}
    </>
  )
}
