import { useWords } from '../../../i18n/use-words.ts'

/** How many lines of a list are not shown. */
export function More({ hidden }: { hidden: number }) {
  const { t } = useWords()
  return hidden === 0 ? null : <p className="card-body mute">{t('people.more', { number: hidden })}</p>
}
