import { IconAlertTriangle } from '@tabler/icons-react'
import { useWords } from '../i18n/use-words.ts'
import { goTo } from './route.ts'
import { useRows } from './use-rows.ts'

const NOTHING = {}

/** How much of what desks did apart waits for a person, within reach of every screen; nothing where nothing does. */
export function AttentionButton() {
  const { t } = useWords()
  const number = useRows('totals', NOTHING)?.attentions ?? 0
  if (number === 0) return null
  return (
    <button type="button" className="top-contact top-attention" onClick={() => goTo('today', { part: 'apart' })}>
      <IconAlertTriangle size={17} stroke={1.8} aria-hidden="true" />
      <span className="top-word">{t('clash.button')}</span>
      <b>{number}</b>
    </button>
  )
}
