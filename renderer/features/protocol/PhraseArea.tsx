import { Button, Textarea } from '@mantine/core'
import { IconTextPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { Entry } from '#shared/directory/model.ts'
import { type PhrasePart, phrasesFor, withPhrase } from '#shared/protocol/phrases.ts'
import { useDirectories } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PhraseList } from './PhraseList.tsx'
import { PHRASE_KEY } from './protocol-keys.ts'

interface Filled {
  readonly label: string
  readonly value: string
  readonly language: Language
  readonly rows: number
  readonly most: number
  /** Which phrases are offered, and of which topic. */
  readonly part: PhrasePart
  readonly topic: string | null
  readonly onChange: (value: string) => void
}

/** A text with the phrases the office keeps for it: by the key or the button, put where the caret stands. */
export function PhraseArea({ label, value, language, rows, most, part, topic, onChange }: Filled) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const close = () => {
    setOpen(false)
    box.current?.focus()
  }
  const { phrases, put } = usePhrases({ box, value, language, most, part, topic, onChange, onPut: close })
  const pressed = (event: KeyboardEvent) => {
    if (event.code !== PHRASE_KEY.code || !event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    if (phrases.length > 0) setOpen(true)
  }
  return (
    <div className="phrase-area">
      <Textarea
        ref={box}
        label={label}
        lang={language}
        autosize
        minRows={rows}
        maxRows={18}
        maxLength={most}
        value={value}
        aria-keyshortcuts={PHRASE_KEY.aria}
        onKeyDown={pressed}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <Button
        variant="subtle"
        size="compact-md"
        className="tall-button phrase-button"
        disabled={phrases.length === 0}
        leftSection={<IconTextPlus size={16} aria-hidden="true" />}
        aria-label={`${t('protocol.phrases')} ${PHRASE_KEY.shown}: ${label}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {t('protocol.phrases')} <kbd className="beside-word">{PHRASE_KEY.shown}</kbd>
      </Button>
      {isOpen ? (
        <PhraseList {...{ phrases, language }} onPut={put} onClose={close} onLeave={() => setOpen(false)} />
      ) : null}
    </div>
  )
}

type Put = Pick<Filled, 'value' | 'language' | 'most' | 'part' | 'topic' | 'onChange'>

/** The phrases offered, and the way to put one where the caret stands. */
function usePhrases({
  box,
  value,
  language,
  most,
  part,
  topic,
  onChange,
  onPut,
}: Put & { box: RefObject<HTMLTextAreaElement | null>; onPut: () => void }) {
  const today = useToday()
  const directories = useDirectories()
  const phrases = phrasesFor(directories, part, topic, today)
  const put = (phrase: Entry) => {
    const field = box.current
    const [start, end] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length]
    const made = withPhrase(value, { start, end }, phrase, language)
    if (made.text.length > most) return
    onChange(made.text)
    onPut()
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(made.caret, made.caret)
    })
  }
  return { phrases, put }
}
