import { useState } from 'react'
import type { RetentionPreview } from '#shared/ipc/retention.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Acts } from './Acts.tsx'
import { DueCard } from './DueCard.tsx'
import { HeldCard } from './HeldCard.tsx'
import { KeptCard } from './KeptCard.tsx'
import { TermsForm } from './TermsForm.tsx'
import './retention.css'

const NOTHING = {}

/** The office's retention terms, who is past them, and the acts by which their data were destroyed (ADR 30). `shown`: an act to open at once. */
export function RetentionPart({ shown }: { shown: string | null }) {
  const { t } = useWords()
  const states = useRows('retention.all', NOTHING)
  const call = useCall()
  const [preview, setPreview] = useState<RetentionPreview | null>(null)
  if (states === undefined) return null
  const state = states[0] ?? null
  const look = async () => {
    const looked = await call.run(() => window.desk.retentionPreview({}))
    if (looked !== null) setPreview(looked)
  }
  return (
    <>
      <div className="screen-head">
        <h1>{t('retention.title')}</h1>
        <a href={addressOf('settings')}>{t('retention.back')}</a>
      </div>
      <div className="stack">
        <TermsForm key={state?.head ?? ''} state={state} onKept={() => setPreview(null)} />
        {state?.terms ? (
          <DueCard key={preview === null ? 'none' : 'some'} preview={preview} call={call} onLook={look} />
        ) : null}
        {preview === null || preview.held.length === 0 ? null : <HeldCard held={preview.held} onReleased={look} />}
        {preview === null || preview.kept.length === 0 ? null : <KeptCard kept={preview.kept} />}
        <Acts shown={shown} />
      </div>
    </>
  )
}
