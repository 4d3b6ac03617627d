import type { SheetJob } from '#shared/ipc/documents.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { SheetChoice } from './SheetButton.tsx'

/** A sheet in either language, the state language first; `name`: of the file, without its ending. */
export function useLanguages(): (name: string, job: (language: 'kk' | 'ru') => SheetJob) => SheetChoice[] {
  const { t } = useWords()
  return (name, job) =>
    (['kk', 'ru'] as const).map(language => ({
      label: t(language === 'kk' ? 'language.long.kk' : 'language.long.ru'),
      lang: language,
      job: job(language),
      fileName: `${name}-${language}.pdf`,
    }))
}
