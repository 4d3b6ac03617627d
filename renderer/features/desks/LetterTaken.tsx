import { Button } from '@mantine/core'
import { useState } from 'react'
import { EntityId } from '#shared/change/action.ts'
import { freeLetters } from '#shared/office/model.ts'
import type { SyncStatus } from '#shared/sync/status.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { LetterDialog } from '../clash/AnotherLetter.tsx'

const NOTHING = {}

/** Another desk holds the letter of this one on the server: what that means, and where another is taken; `may`: who sits here. */
export function LetterTaken({ status, may }: { readonly status: SyncStatus; readonly may: boolean }) {
  const { t } = useWords()
  const desks = useRows('desks.all', NOTHING)
  const [isAsked, setAsked] = useState(false)
  const own = desks?.find(({ key }) => key === status.installation)
  if (own === undefined || own.letter === null) return null
  const free = freeLetters([...(desks ?? []).flatMap(({ letters }) => letters), ...status.letters])
  const [first] = free
  const entity = EntityId.parse(`desk:${own.key}`)
  return (
    <>
      <Notice tone="amber">{t('desks.letter.held', { letter: own.letter })}</Notice>
      {may && first !== undefined ? (
        <div className="buttons">
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('desks.letter.take')}
          </Button>
        </div>
      ) : null}
      {isAsked && first !== undefined ? (
        <LetterDialog own={{ entity, head: own.head }} {...{ free, first }} onClose={() => setAsked(false)} />
      ) : null}
    </>
  )
}
