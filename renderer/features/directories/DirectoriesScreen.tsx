import { addressOf } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CalendarDesk } from '../calendar/CalendarDesk.tsx'
import { LIST_NAMES, LISTS } from './directory-words.ts'
import { EntryList } from './EntryList.tsx'
import { HelperList } from './HelperList.tsx'
import { OfficialList } from './OfficialList.tsx'

/** What is chosen from on every form: the directories the office keeps, and its officials. */
export function DirectoriesScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const shown = LISTS.find(one => one === narrowed.list) ?? 'topic'
  return (
    <>
      <div className="screen-head">
        <h1>{t('directories.title')}</h1>
      </div>
      <div className="directories">
        <nav className="card directory-names" aria-label={t('directories.list')}>
          {LISTS.map(one => (
            <a
              key={one}
              href={addressOf('directories', { list: one })}
              aria-current={one === shown ? 'page' : undefined}
            >
              {t(LIST_NAMES[one])}
            </a>
          ))}
        </nav>
        {shown === 'calendar' ? (
          <CalendarDesk narrowed={narrowed} />
        ) : shown === 'officials' ? (
          <OfficialList />
        ) : shown === 'helpers' ? (
          <HelperList />
        ) : (
          <EntryList key={shown} directory={shown} />
        )}
      </div>
    </>
  )
}
