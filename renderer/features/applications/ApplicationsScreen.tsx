import { useDeferredValue, useMemo, useState } from 'react'
import { addressOf, goTo } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ApplicationCardPane } from './ApplicationCardPane.tsx'
import { ApplicationList } from './ApplicationList.tsx'
import { ExportList } from './ExportList.tsx'
import { Filters } from './Filters.tsx'
import { filterOf, type Narrowed, narrowedBy } from './narrowing.ts'
import { useApplications } from './use-applications.ts'

/** The applications: a list narrowed as one likes, and the card of one beside it. */
export function ApplicationsScreen({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text)
  const { open, ...rest } = narrowed
  const key = JSON.stringify([rest, sought])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the narrowing as text
  const filter = useMemo(() => filterOf(rest, sought), [key])
  const list = useApplications(filter)
  return (
    <>
      <div className="screen-head">
        <h1>{t('applications.title')}</h1>
        {list.total === null ? null : <span className="mute">{t('applications.total', { count: list.total })}</span>}
        <span className="space" />
        <ExportList filter={filter} />
      </div>
      <div className="split">
        <section className="card list" aria-label={t('applications.title')}>
          <Filters narrowed={rest} text={text} onText={setText} />
          <ApplicationList
            key={key}
            list={list}
            open={open ?? null}
            narrowed={Object.keys(rest).length > 0 || sought !== ''}
            addressOf={id => addressOf('applications', narrowedBy(narrowed, 'open', id))}
          />
        </section>
        {open === undefined ? null : (
          <ApplicationCardPane key={open} id={open} onClose={() => goTo('applications', rest)} />
        )}
      </div>
    </>
  )
}
