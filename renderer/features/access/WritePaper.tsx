import { type ReactNode, useEffect, useState } from 'react'
import type { Result } from '#shared/result/result.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PaperField } from './PaperField.tsx'
import { PrintPaper } from './PrintPaper.tsx'

/**
 * A key on paper: drawn, told once, printed, and written down by `write` when it was typed back. `draw` and `write` stay the
 * same from one showing to the next.
 */
export function WritePaper<Drawn extends { readonly text: string }, Written>({
  title,
  act,
  why,
  draw,
  write,
  told,
  onWritten,
  onBack,
}: {
  title: string
  act: string
  why: string
  draw: () => Promise<Result<Drawn>>
  write: (paper: string) => Promise<Result<Written>>
  /** What else is to be told of what was drawn. */
  told?: (drawn: Drawn) => ReactNode
  onWritten: (written: Written) => void
  onBack: () => void
}) {
  const { t } = useWords()
  const call = useCall()
  const { run } = call
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    void run(draw).then(setDrawn)
  }, [run, draw])
  const end = async () => {
    const written = await call.run(() => write(typed))
    if (written !== null) onWritten(written)
  }
  return (
    <Confirm
      title={title}
      act={act}
      call={call}
      size={640}
      allowed={drawn !== null && typed !== ''}
      onAct={() => void end()}
      onClose={onBack}
    >
      <p>{why}</p>
      <p className="paper-key" translate="no">
        {(drawn?.text ?? '').split('-').map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one key never move
          <span key={at}>{group}</span>
        ))}
      </p>
      <PrintPaper ready={drawn !== null} />
      <Notice tone="amber">{t('access.paper_keep')}</Notice>
      {drawn === null ? null : told?.(drawn)}
      <PaperField value={typed} onChange={setTyped} />
    </Confirm>
  )
}
