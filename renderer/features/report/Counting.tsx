import { Button } from '@mantine/core'
import { useWords } from '../../i18n/use-words.ts'
import type { Step } from './use-watched.ts'

interface Counted {
  readonly step: Step | null
  readonly onStop: () => void
  readonly of?: 'report.counting' | 'report.records.reading'
}

/** How far a count is, and its stop. Nothing while none goes on. */
export function Counting({ step, onStop, of = 'report.counting' }: Counted) {
  const { t } = useWords()
  if (step === null) return null
  return (
    <div className="buttons">
      <p className="mute" role="status">
        {t(of, { done: step.done, of: step.of })}
      </p>
      <Button variant="default" size="compact-md" className="tall-button" onClick={onStop}>
        {t('report.counting.stop')}
      </Button>
    </div>
  )
}
