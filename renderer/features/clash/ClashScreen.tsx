import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Notice } from '../../components/Notice.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ClashCard } from './ClashCard.tsx'
import './clash.css'

const NOTHING = {}

/** All that waits for a person because desks were apart: each with its sides, and what settles it. */
export function ClashScreen() {
  const { t } = useWords()
  const [done, setDone] = useState<LocaleKey | null>(null)
  const attentions = useRows('attentions.all', NOTHING)
  if (attentions === undefined) return null
  const inOrder = attentions.toSorted((a, b) => (a.since < b.since ? 1 : -1))
  return (
    <>
      <div className="screen-head">
        <h1>{t('clash.title')}</h1>
        <span className="mute">{t('clash.count', { number: inOrder.length })}</span>
        <span className="space" />
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={17} aria-hidden="true" />}
          onClick={() => goTo('today')}
        >
          {t('clash.back')}
        </Button>
      </div>
      {done === null ? null : <Notice tone="green">{t(done)}</Notice>}
      {inOrder.length === 0 ? (
        <div className="card card-body">
          <Badge tone="green">{t('clash.none')}</Badge>
        </div>
      ) : (
        <div className="clash-list">
          {inOrder.map(one => (
            <ClashCard key={one.id} attention={one} onDone={() => setDone('clash.done')} />
          ))}
        </div>
      )}
    </>
  )
}
