import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type MarkedVersion, readMark } from '#shared/posting/standing.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'

/** Eight signs of a mark. */
const WHOLE = /^[0-9a-f]{4}-?[0-9a-f]{4}$/i

/** Compares the mark read off a sheet or the site with the versions of the month. */
export function MarkCheck({ marked }: { readonly marked: readonly MarkedVersion[] }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const whole = WHOLE.test(typed.trim())
  return (
    <div className="posting-check">
      <TextInput
        label={t('posting.check')}
        description={t('posting.check.note')}
        value={typed}
        maxLength={12}
        autoComplete="off"
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <div role="status">{whole ? <Answer read={readMark(typed, marked)} /> : null}</div>
    </div>
  )
}

function Answer({ read: { state, number } }: { readonly read: ReturnType<typeof readMark> }) {
  const { t } = useWords()
  switch (state) {
    case 'stands':
      return <Notice tone="green">{t('posting.check.stands')}</Notice>
    case 'old':
      return <Notice tone="red">{t('posting.check.old', { number })}</Notice>
    case 'unknown':
      return <Notice tone="red">{t('posting.check.unknown')}</Notice>
  }
}
