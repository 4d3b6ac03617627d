import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Notice } from '../components/Notice.tsx'
import { listenForLimits, type OverLimit as Over } from '../components/over-limit.ts'
import { useWords } from '../i18n/use-words.ts'

/** Says that what was pasted or typed did not fit into a field, how much of it, and keeps the rest to be taken elsewhere. */
export function OverLimit() {
  const { t } = useWords()
  const [over, setOver] = useState<Over | null>(null)
  const rest = useRef<HTMLTextAreaElement>(null)
  useEffect(() => listenForLimits(document, setOver), [])
  if (over === null) return null
  const copy = () => {
    rest.current?.select()
    document.execCommand('copy')
  }
  return (
    <div className="over-limit">
      <Notice tone="amber">
        <p>{t(over.isSecret ? 'limit.secret' : 'limit.over', { most: over.most, count: [...over.rest].length })}</p>
        {over.isSecret ? null : (
          <Textarea ref={rest} readOnly autosize minRows={1} maxRows={4} label={t('limit.rest')} value={over.rest} />
        )}
        <div className="buttons">
          {over.isSecret ? null : (
            <Button size="xs" h={32} variant="default" onClick={copy}>
              {t('limit.copy')}
            </Button>
          )}
          <Button size="xs" h={32} variant="default" onClick={() => setOver(null)}>
            {t('limit.seen')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
