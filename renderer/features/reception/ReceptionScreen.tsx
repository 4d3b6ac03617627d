import { useWords } from '../../i18n/use-words.ts'

export function ReceptionScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  return <h1 data-narrowed={Object.keys(narrowed).length}>{t('nav.reception')}</h1>
}
