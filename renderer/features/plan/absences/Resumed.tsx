import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'

/** Says that a form was left half-typed and is as it was, with the way to begin anew. */
export function Resumed({ onAnew }: { onAnew: () => void }) {
  const { t } = useWords()
  return (
    <Notice tone="sky">
      {t('absence.resumed')}{' '}
      <button type="button" className="link" onClick={onAnew}>
        {t('contact.anew')}
      </button>
    </Notice>
  )
}
