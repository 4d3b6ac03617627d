import { Button } from '@mantine/core'
import type { AppError } from '#shared/result/result.ts'
import { ErrorNotice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'

interface Asked {
  readonly label: string
  readonly isBusy: boolean
  readonly error: AppError | null
  readonly onAct: () => void
  readonly onClose: () => void
}

/** The foot of a cascade: all that was agreed is done at once, or the form is left. */
export function TellAct({ label, isBusy, error, onAct, onClose }: Asked) {
  const { t } = useWords()
  return (
    <div className="tell-act">
      <ErrorNotice error={error} />
      <div className="buttons">
        <Button loading={isBusy} onClick={onAct}>
          {label}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('act.cancel')}
        </Button>
      </div>
    </div>
  )
}
