import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../components/Notice.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Findings } from './use-findings.ts'
import type { Kept } from './use-kept-draft.ts'

interface Bar {
  readonly act: string
  readonly call: Call
  readonly findings: Findings
  readonly kept: Kept
  readonly onSave: () => void
  /** What the clerk should know before saving, whatever is typed. */
  readonly told: ReactNode
  readonly children?: ReactNode
}

/** The end of the form: what stands against it, how safe it is, and the one button. */
export function SaveBar({ act, call, findings, kept, onSave, told: before, children }: Bar) {
  const { t } = useWords()
  const { count, stops } = findings
  const told = stops > 0 ? 'register.findings.stops' : count > 0 ? 'register.findings.count' : 'register.findings.none'
  return (
    <div className="save-bar">
      <ErrorNotice error={call.error ?? kept.error} />
      {before}
      <div className="buttons">
        {children}
        <Button size="md" data-save loading={call.busy} onClick={onSave}>
          {act}
          <kbd className="button-key">Ctrl Enter</kbd>
        </Button>
        <span role="status" className={stops > 0 ? 'finding stop' : ''}>
          {t(told, { count, stops })}
        </span>
        <span className="space" />
        {kept.state === 'none' ? null : (
          <span className="mute">{t(kept.state === 'kept' ? 'register.draft.kept' : 'register.draft.keeping')}</span>
        )}
      </div>
    </div>
  )
}
