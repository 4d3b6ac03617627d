import { Button } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { addressOf, goTo } from '../../app/route.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSearchNoted } from '../audit/use-noted.ts'
import { EotinishTray } from '../eotinish/EotinishTray.tsx'
import { ApplicationCardPane } from './ApplicationCardPane.tsx'
import { ApplicationList } from './ApplicationList.tsx'
import { Filters } from './Filters.tsx'
import { focusLine } from './focus-line.ts'
import { GiveOut } from './GiveOut.tsx'
import { filterOf, type Narrowed, narrowedBy, sortOf } from './narrowing.ts'
import { useApplications } from './use-applications.ts'
import { Views } from './views/Views.tsx'

/** The applications, or those that are not in e-Otinish yet. */
export function ApplicationsScreen({ narrowed }: { narrowed: Narrowed }) {
  return narrowed.part === 'eotinish' ? <EotinishTray /> : <ApplicationsPart narrowed={narrowed} />
}

/** The applications: a list narrowed as one likes, and the card of one beside it. */
function ApplicationsPart({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const today = useToday()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text)
  useSearchNoted(text)
  const { open, ...rest } = narrowed
  const sort = sortOf(rest)
  const key = JSON.stringify([rest, sought, today])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the narrowing as text
  const filter = useMemo(() => filterOf(rest, sought, today), [key])
  const list = useApplications(filter, sort)
  const close = () => {
    goTo('applications', rest)
    if (open !== undefined) focusLine(open)
  }
  return (
    <>
      <div className="screen-head">
        <h1>{t('applications.title')}</h1>
        {list.total === null ? null : <span className="mute">{t('applications.total', { count: list.total })}</span>}
        <span className="space" />
        {rest.waiting === 'no_eotinish' ? (
          <Button component="a" href={addressOf('applications', { part: 'eotinish' })}>
            {t('eotinish.title')}
          </Button>
        ) : null}
        <GiveOut filter={filter} sort={sort} narrowed={rest} text={sought} />
      </div>
      <div className="split">
        <section className="card list" aria-label={t('applications.title')}>
          <Views narrowed={rest} />
          <Filters narrowed={rest} text={text} onText={setText} />
          <ApplicationList
            key={key}
            list={list}
            open={open ?? null}
            narrowed={Object.keys(rest).some(one => one !== 'sort') || sought !== ''}
            sort={sort}
            onSort={chosen => goTo('applications', narrowedBy(narrowed, 'sort', chosen === 'newest' ? '' : chosen))}
            addressOf={id => addressOf('applications', narrowedBy(narrowed, 'open', id))}
          />
        </section>
        {open === undefined ? null : <ApplicationCardPane key={open} id={open} onClose={close} />}
      </div>
    </>
  )
}
