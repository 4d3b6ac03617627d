import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { PortalField, PortalLine } from '#shared/eotinish/fields.ts'
import { useWords } from '../../i18n/use-words.ts'
import { copyText } from './copy-text.ts'
import { FIELD_WORDS } from './portal-words.ts'

/** The fields of the portal in its order, each copied by one key; what was copied is ticked. */
export function PortalFields({ lines }: { lines: readonly PortalLine[] }) {
  const { t } = useWords()
  const [copied, setCopied] = useState<ReadonlySet<PortalField>>(new Set())
  const [said, setSaid] = useState('')
  const copy = ({ field, text }: PortalLine) => {
    if (!copyText(text)) return setSaid(t('eotinish.not_copied'))
    setCopied(now => new Set([...now, field]))
    setSaid(t('eotinish.copied', { field: t(FIELD_WORDS[field]) }))
  }
  useCopyKeys(lines, copy)
  return (
    <>
      <p className="unseen" role="status">
        {said}
      </p>
      <ul className="portal" aria-label={t('eotinish.fields')}>
        {lines.map(line => {
          const isCopied = copied.has(line.field)
          const Icon = isCopied ? IconCheck : IconCopy
          return (
            <li key={line.field}>
              <button type="button" data-copied={isCopied} aria-keyshortcuts={line.key} onClick={() => copy(line)}>
                <kbd>{line.key}</kbd>
                <span className="mute">{t(FIELD_WORDS[line.field])}</span>
                <span className="portal-text">{line.text}</span>
                <Icon size={18} aria-hidden="true" />
                {isCopied ? <span className="unseen">{t('eotinish.is_copied')}</span> : null}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The keys are heard wherever nobody types. */
function useCopyKeys(lines: readonly PortalLine[], copy: (line: PortalLine) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat || isTyping(event.target))
      return
    const line = lines.find(({ code }) => code === event.code)
    if (line === undefined) return
    event.preventDefault()
    copy(line)
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField || document.querySelector('[role="dialog"]') !== null
}
