import { Button, TextInput } from '@mantine/core'
import { type RefObject, useMemo, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import { isSameEotinish, looksLikeEotinish } from '#shared/eotinish/number.ts'
import { useRows } from '../../app/use-rows.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import type { ApplicationCard } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Shown {
  readonly card: ApplicationCard
  readonly box: RefObject<HTMLInputElement | null>
  /** The number is noted: the next one. */
  readonly onNoted: () => void
}

const LIMIT = 5

/** The number e-Otinish gave, typed back; Enter notes it and goes on. An unusual or a doubled one is told, not refused. */
export function NumberField({ card, box, onNoted }: Shown) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const { call, act } = useJournalAct()
  const eotinish = typed.trim()
  const others = useHolders(card.id, eotinish)
  const note = async () => {
    if (eotinish === '') return
    const intent = { entity: card.id, type: 'application.eotinish_noted', basedOn: card.head, body: {} }
    if (await act(intent, { eotinish })) onNoted()
  }
  return (
    <div className="eotinish-number">
      <TextInput
        ref={box}
        label={t('column.eotinish')}
        value={typed}
        maxLength={60}
        autoComplete="off"
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') void note()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <Button loading={call.busy} disabled={eotinish === ''} onClick={() => void note()}>
        {t('eotinish.note')} <kbd className="on-button">Enter</kbd>
      </Button>
      {eotinish === '' || looksLikeEotinish(eotinish) ? null : (
        <Notice tone="amber">{t('act.eotinish.unusual')}</Notice>
      )}
      {others === '' ? null : <Notice tone="amber">{t('eotinish.doubled', { number: others })}</Notice>}
      <ErrorNotice error={call.error} />
    </div>
  )
}

/** Our numbers of other applications that hold this number of e-Otinish. */
function useHolders(own: string, eotinish: string): string {
  const params = useMemo(() => ({ text: eotinish, limit: LIMIT }), [eotinish])
  const found = useRows('applications.search', params) ?? []
  const held = found.filter(row => row.id !== own && row.eotinish !== '' && isSameEotinish(row.eotinish, eotinish))
  return eotinish === '' ? '' : held.map(({ number }) => (number === null ? '\u2013' : numberText(number))).join(', ')
}
