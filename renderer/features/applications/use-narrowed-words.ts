import { FACETS } from '#shared/report/counts.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { useWords } from '../../i18n/use-words.ts'
import { codesOf, type Narrowed, STATUSES, WAITING } from './narrowing.ts'
import { useDimensionWords } from './use-dimension-words.ts'

/** A narrowing in words, with the part of the address it stands for. */
export interface NarrowedWord {
  readonly key: string
  readonly text: string
}

/** What a list is narrowed by, in words: for the chips above it and for its head on paper. */
export function useNarrowedWords(): (narrowed: Narrowed) => NarrowedWord[] {
  const { t, dates } = useWords()
  const { nameOf } = useDimensionWords()
  return narrowed => {
    const quarter = Quarter.safeParse(narrowed.quarter)
    const status = STATUSES.find(one => one === narrowed.status)
    const waiting = WAITING.find(one => one === narrowed.waiting)
    return [
      ...(quarter.success ? [{ key: 'quarter', text: quarterTitle(quarter.data, dates) }] : []),
      ...(narrowed.registered === 'today' ? [{ key: 'registered', text: t('views.registered_today') }] : []),
      ...(narrowed.undated === 'yes' ? [{ key: 'undated', text: t('applications.undated') }] : []),
      ...FACETS.flatMap(facet => {
        const names = codesOf(narrowed, facet).map(code => nameOf(facet, code))
        return names.length === 0 ? [] : [{ key: facet, text: `${t(`dimension.${facet}`)}: ${names.join(', ')}` }]
      }),
      ...(status ? [{ key: 'status', text: `${t('column.status')}: ${t(`application.status.${status}`)}` }] : []),
      ...(waiting ? [{ key: 'waiting', text: t(`application.waiting.${waiting}`) }] : []),
      ...(narrowed.marked === 'yes' ? [{ key: 'marked', text: t('applications.only_marked') }] : []),
      ...(narrowed.batch === undefined ? [] : [{ key: 'batch', text: t('applications.of_import') }]),
    ]
  }
}
