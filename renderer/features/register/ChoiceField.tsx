import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFindingProps } from './FindingText.tsx'
import { useFormAround } from './form-context.ts'
import { type Choice, seek } from './sought.ts'

/** Fields chosen by typing, with the field their typed text is kept in. */
const TEXT_OF = { topic: 'topicText', official: 'officialText' } as const

interface Sought {
  readonly name: keyof typeof TEXT_OF
  readonly label: LocaleKey
  readonly choices: readonly Choice[]
  readonly className?: string
}

/** Chosen by typing a part of any of its names: Enter takes the first. What fits nothing stays as it was typed. */
export function ChoiceField({ name, label, choices, className }: Sought) {
  const { t } = useWords()
  const list = useId()
  const field = useSought(name, choices)
  const shown = field.open && field.found.length > 0
  useEffect(() => {
    if (shown) void document.getElementById(`${list}-${field.marked}`)?.scrollIntoView({ block: 'nearest' })
  }, [shown, list, field.marked])
  return (
    <div className={`choice-field ${className ?? ''}`}>
      <TextInput
        name={name}
        label={t(label)}
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${list}-${field.marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={field.text}
        onChange={event => field.type(event.currentTarget.value)}
        onFocus={event => event.currentTarget.select()}
        onBlur={field.close}
        onKeyDown={field.press}
        {...useFindingProps(name)}
      />
      <div
        id={list}
        role="listbox"
        className="choices-found"
        hidden={!shown}
        aria-label={t('register.choice.list', { name: t(label) })}
      >
        {field.found.map((choice, index) => (
          <div
            key={choice.code}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === field.marked}
            onMouseDown={event => event.preventDefault()}
            onClick={() => field.take(choice)}
            onKeyDown={() => undefined}
          >
            <span>{choice.label}</span>
            {choice.detail === '' ? null : <small>{choice.detail}</small>}
          </div>
        ))}
      </div>
      {field.open && field.found.length === 0 ? (
        <p role="status" className="choices-found none">
          {t('register.choice.none')}
        </p>
      ) : null}
    </div>
  )
}

const MOST = 8

function useSought(name: keyof typeof TEXT_OF, choices: readonly Choice[]) {
  const { form, typed } = useFormAround()
  const [open, setOpen] = useState<'typed' | 'arrows' | null>(null)
  const [marked, setMarked] = useState(0)
  const chosen = choices.find(choice => choice.code === typed[name])
  const text = chosen?.label ?? (typed[TEXT_OF[name]] || typed[name])
  const sought = chosen === undefined ? text : ''
  const found = useMemo(() => seek(choices, sought).slice(0, MOST), [choices, sought])
  const set = (code: string, words: string) => {
    form.setValue(TEXT_OF[name], words, { shouldDirty: true })
    form.setValue(name, code, { shouldDirty: true })
  }
  const take = (choice: Choice | undefined) => {
    if (choice !== undefined) set(choice.code, choice.label)
    setOpen(null)
    setMarked(0)
  }
  const type = (words: string) => {
    set('', words)
    setOpen('typed')
    setMarked(0)
  }
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.nativeEvent.isComposing) return
    const takes = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey
    // Enter on the way through an empty field chooses nothing; the arrows say that something is wanted.
    if (takes && (open === 'arrows' || (open === 'typed' && sought !== ''))) return take(found[marked])
    if (event.key === 'Escape') setOpen(null)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setMarked(at => (open !== null ? Math.max(0, Math.min(at + step, found.length - 1)) : 0))
      setOpen('arrows')
    }
  }
  return { open: open !== null, marked, text, found, take, type, press, close: () => setOpen(null) }
}
