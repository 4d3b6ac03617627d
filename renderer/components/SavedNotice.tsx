import type { Saved } from '#shared/ipc/contract.ts'
import { useWords } from '../i18n/use-words.ts'
import { Notice } from './Notice.tsx'

/** What became of a file that was to be written. A closed dialog says nothing was written. */
export function SavedNotice({ saved }: { saved: Saved | null }) {
  const { t } = useWords()
  if (saved === null) return null
  if (saved.state === 'canceled') return <Notice tone="sky">{t('saved.canceled')}</Notice>
  return (
    <Notice tone="green">
      {t('saved.done', { path: saved.path })}{' '}
      <button type="button" className="link" onClick={() => void window.desk.fileReveal({ path: saved.path })}>
        {t('saved.reveal')}
      </button>
    </Notice>
  )
}
