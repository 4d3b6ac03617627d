import { useWords } from '../../i18n/use-words.ts'

/** What the figures beside it mean, unfolded by a press. */
export function How({ text }: { text: string }) {
  const { t } = useWords()
  return (
    <details className="analytics-how">
      <summary>{t('analytics.how')}</summary>
      <p>{text}</p>
    </details>
  )
}
