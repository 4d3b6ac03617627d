import { Popover } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { type ExtensionSaid, explain } from '#shared/regulation/explanation.ts'
import { TERM_KEYS } from '#shared/regulation/term-keys.ts'
import type { CountedTerm, ExplainedTerm } from '#shared/regulation/terms.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWords } from '../i18n/use-words.ts'
import { INTO_SIGHT } from './into-sight.ts'

interface Asked {
  readonly term: ExplainedTerm | CountedTerm
  /** What the term is of, where no act of reception sets it. */
  readonly what?: string
  readonly extension?: ExtensionSaid | null
}

/** A computed date with the way to ask why it is this one. */
export function WhyDate({ term, what, extension = null }: Asked) {
  const { dates } = useWords()
  const by = extension?.until ?? term.by
  return (
    <span className="why-date">
      <time dateTime={by}>{screenDate(by, dates)}</time>{' '}
      <Why term={term} {...(what === undefined ? {} : { what })} extension={extension} />
    </span>
  )
}

/** "Why?" beside a date that stands in a sentence already: opens its explanation, by mouse or by keys. */
export function Why({ term, what: said = '', extension = null }: Asked) {
  const { t, dates } = useWords()
  const list = useId()
  const [opened, setOpened] = useState(false)
  const what = 'term' in term ? t(TERM_KEYS[term.term]) : said
  const closed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return
    // The key is the explanation's: what stands around it stays open.
    event.preventDefault()
    event.stopPropagation()
    setOpened(false)
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      closeOnEscape={false}
      // Hidden for the moment its button is out of sight, it would lose the focus and with it its keys.
      hideDetached={false}
      middlewares={INTO_SIGHT}
      shadow="md"
      width="min(440px, calc(100vw - 24px))"
      position="bottom-start"
    >
      <Popover.Target>
        <button
          type="button"
          className="link why"
          aria-label={t('why.label', { what, date: screenDate(extension?.until ?? term.by, dates) })}
          onClick={() => setOpened(!opened)}
          // The focus may not have come into the explanation yet.
          onKeyDownCapture={closed}
        >
          {t('why.button')}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className="why-answer"
        tabIndex={0}
        aria-describedby={list}
        data-mantine-stop-propagation="true"
        onKeyDownCapture={closed}
      >
        <h3>{what}</h3>
        <Explanation id={list} term={term} extension={extension} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface Explained {
  readonly id?: string
  readonly term: CountedTerm | ExplainedTerm
  readonly extension?: ExtensionSaid | null
}

/** Why a date is this one, sentence by sentence. */
export function Explanation({ id, term, extension = null }: Explained) {
  const words = useWords()
  return (
    <ul className="explanation" id={id}>
      {explain(term, words, extension).map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
