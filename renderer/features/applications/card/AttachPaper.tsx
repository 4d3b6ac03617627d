import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { ok } from '#shared/result/result.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { Notice } from '../../../components/Notice.tsx'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useStore } from '../../../db/use-query.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { CardPress } from './use-application-act.ts'

interface Asked {
  readonly card: ApplicationCard
  readonly press: CardPress
  readonly onClose: () => void
}

/** Attaches a file. It says which paper it is, and that a copy of an identity document is never kept (law, art. 7(10)). */
export function AttachPaper({ card: { id, head }, press, onClose }: Asked) {
  const { t } = useWords()
  const store = useStore()
  const [typed, setTyped] = useState('')
  const title = typed.trim()
  const attach = async () => {
    if (title === '' || head === null) return
    press.tell(null)
    const made = await press.call.run(async () => {
      const answer = await window.desk.paperAttach({ entity: id, basedOn: head, title })
      if (!answer.ok) return answer
      if (answer.value.action !== null) await store.caughtUp(answer.value.action.id)
      return ok(answer.value.action !== null)
    })
    // Null: refused, and it says why. False: the dialog of files was closed, and the title waits.
    if (made !== true) return
    press.tell('act.paper.done')
    onClose()
  }
  return (
    <Confirm
      title={t('act.paper')}
      act={t('act.paper.choose')}
      call={press.call}
      allowed={title !== ''}
      onAct={() => void attach()}
      onClose={onClose}
    >
      <Notice tone="amber">{t('act.paper.no_identity')}</Notice>
      <TextInput
        label={t('register.paper.title')}
        value={typed}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') void attach()
        }}
      />
      <p className="mute">{t('act.paper.kinds')}</p>
    </Confirm>
  )
}
