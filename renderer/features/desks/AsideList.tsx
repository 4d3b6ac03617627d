import type { Quarantined } from '#shared/sync/state.ts'
import { useWords } from '../../i18n/use-words.ts'
import { momentText } from '../backup/backup-words.ts'

/** So many are shown; of the others the number. */
const SHOWN = 20

/** What came and is not taken, or is not accepted of ours: with its cause. It is tried again after an update. */
export function AsideList({ aside }: { aside: readonly Quarantined[] }) {
  const words = useWords()
  const { t } = words
  return (
    <details className="desks-aside">
      <summary>{t('desks.aside', { count: aside.length })}</summary>
      <p className="mute">{t('desks.aside_why')}</p>
      <ul className="desks-list">
        {aside.slice(-SHOWN).map(({ id, why, at }) => (
          <li key={id}>
            <code className="desks-id">{id}</code>
            <span>
              {t(`desks.trouble.${why}`)} <span className="mute">{momentText(at, words)}</span>
            </span>
          </li>
        ))}
      </ul>
      {aside.length > SHOWN ? <p className="mute">{t('desks.aside_more', { count: aside.length - SHOWN })}</p> : null}
    </details>
  )
}
