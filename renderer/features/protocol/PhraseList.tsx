import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { Entry } from '#shared/directory/model.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Listed {
  readonly phrases: readonly Entry[]
  readonly language: Language
  readonly onPut: (phrase: Entry) => void
  /** Put away by the key: the text has the focus again. */
  readonly onClose: () => void
  /** The focus has gone elsewhere. */
  readonly onLeave: () => void
}

/** The phrases of a text, walked through by the arrow keys; Enter puts the one. */
export function PhraseList({ phrases, language, onPut, onClose, onLeave }: Listed) {
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll('button') ?? [])]
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const pressed = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }
    const next = places[event.key]
    if (next === undefined && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (next === undefined) return onClose()
    all[Math.max(0, Math.min(next, all.length - 1))]?.focus()
  }
  const left = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
  }
  return (
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      className="card phrase-list"
      aria-label={t('protocol.phrases')}
      onKeyDown={pressed}
      onBlur={left}
    >
      {phrases.map(phrase => (
        <button
          key={phrase.code}
          type="button"
          role="menuitem"
          tabIndex={-1}
          lang={language}
          onClick={() => onPut(phrase)}
        >
          {phrase[language]}
        </button>
      ))}
    </div>
  )
}
