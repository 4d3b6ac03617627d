import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { has } from '#shared/access/rights.ts'
import { type DeskLetter, freeLetters } from '#shared/office/model.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useRows } from '../../app/use-rows.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import type { ClashLook } from '../../db/clash-query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

const NOTHING = {}

/** Of two desks with one letter: this one takes another, or it is said where that is done. */
export function AnotherLetter({ looks, onDone }: { looks: readonly ClashLook[]; onDone: () => void }) {
  const { t } = useWords()
  const { start } = useDesk()
  const desks = useRows('desks.all', NOTHING)
  const [isAsked, setAsked] = useState(false)
  const own = looks.find(({ entity }) => entity === `desk:${start.installation}`)
  const may = !start.guarded || (start.user !== null && has(start.user.role, 'office'))
  if (own === undefined || !may) {
    return <span className="mute">{t(own === undefined ? 'desks.letter.elsewhere' : 'desks.letter.by_head')}</span>
  }
  const free = freeLetters((desks ?? []).flatMap(({ letters }) => letters))
  const [first] = free
  if (first === undefined) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('desks.letter.take')}
      </Button>
      {isAsked ? (
        <LetterDialog
          {...{ own, free, first }}
          onClose={isDone => {
            setAsked(false)
            if (isDone) onDone()
          }}
        />
      ) : null}
    </>
  )
}

interface Asked {
  readonly own: Pick<ClashLook, 'entity' | 'head'>
  readonly free: readonly DeskLetter[]
  readonly first: DeskLetter
  readonly onClose: (isDone: boolean) => void
}

/** Which letter this desk takes from now on. */
export function LetterDialog({ own: { entity, head }, free, first, onClose }: Asked) {
  const { t } = useWords()
  const { act, call } = useJournalAct()
  const [letter, setLetter] = useState(first)
  const take = async () => {
    if (await act({ entity, type: 'desk.lettered', basedOn: head, body: { letter } })) onClose(true)
  }
  return (
    <Confirm
      title={t('desks.letter.take')}
      act={t('desks.letter.act', { letter })}
      call={call}
      onAct={() => void take()}
      onClose={() => onClose(false)}
    >
      <p className="sentence">{t('desks.letter.means')}</p>
      <NativeSelect
        label={t('desks.letter.which')}
        data={[...free]}
        value={letter}
        onChange={event => setLetter(free.find(one => one === event.currentTarget.value) ?? first)}
      />
    </Confirm>
  )
}
