import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { type Dimension, FACETS } from '#shared/report/counts.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { codesOf, type Narrowed, narrowedBy, SHOWN_DIMENSIONS } from './narrowing.ts'
import { useDimensionWords } from './use-dimension-words.ts'

interface Shown {
  readonly narrowed: Narrowed
  readonly text: string
  readonly onText: (text: string) => void
}

/** What the list is narrowed by: boxes to choose in, and chips of what holds now, each of which can be taken away. */
export function Filters({ narrowed, text, onText }: Shown) {
  const { t } = useWords()
  const { optionsOf } = useDimensionWords()
  const quarters = useQuarterOptions()
  const set = (key: string, value: string) => goTo('applications', narrowedBy(narrowed, key, value))
  return (
    <>
      <div className="filters">
        <TextInput
          aria-label={t('applications.text')}
          placeholder={t('applications.text')}
          value={text}
          onChange={event => onText(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t('dimension.quarter')}
          value={narrowed.undated === 'yes' ? 'undated' : (narrowed.quarter ?? '')}
          data={quarters}
          onChange={event => goTo('applications', narrowedByQuarter(narrowed, event.currentTarget.value))}
        />
        {SHOWN_DIMENSIONS.map(dimension => (
          <NativeSelect
            key={dimension}
            className="filter"
            aria-label={t(`dimension.${dimension}`)}
            value={chosenIn(narrowed, dimension)}
            data={[{ value: '', label: t(`dimension.${dimension}`) }, ...optionsOf(dimension)]}
            onChange={event => set(dimension, event.currentTarget.value)}
          />
        ))}
        <Checkbox
          label={t('applications.only_marked')}
          checked={narrowed.marked === 'yes'}
          onChange={event => set('marked', event.currentTarget.checked ? 'yes' : '')}
        />
      </div>
      <Chips narrowed={narrowed} onTake={key => set(key, '')} />
    </>
  )
}

/** What a box of one choice shows: nothing where the address holds several codes, the chip says them. */
function chosenIn(narrowed: Narrowed, dimension: Dimension): string {
  const codes = codesOf(narrowed, dimension)
  return codes.length === 1 ? (codes[0] ?? '') : ''
}

function narrowedByQuarter(narrowed: Narrowed, chosen: string): Narrowed {
  const rest = narrowedBy(narrowedBy(narrowed, 'quarter', ''), 'undated', '')
  return chosen === 'undated' ? narrowedBy(rest, 'undated', 'yes') : narrowedBy(rest, 'quarter', chosen)
}

const NOTHING = {}

function useQuarterOptions() {
  const { t, dates } = useWords()
  const known = useRows('counts.quarters', NOTHING)
  return useMemo(
    () => [
      { value: '', label: t('dimension.quarter') },
      ...(known?.quarters ?? []).map(quarter => ({ value: quarter, label: quarterTitle(quarter, dates) })),
      ...(known?.undated ? [{ value: 'undated', label: t('applications.undated') }] : []),
    ],
    [known, t, dates],
  )
}

function Chips({ narrowed, onTake }: { narrowed: Narrowed; onTake: (key: string) => void }) {
  const { t, dates } = useWords()
  const { nameOf } = useDimensionWords()
  const quarter = Quarter.safeParse(narrowed.quarter)
  const chips = [
    ...(quarter.success ? [{ key: 'quarter', text: quarterTitle(quarter.data, dates) }] : []),
    ...(narrowed.undated === 'yes' ? [{ key: 'undated', text: t('applications.undated') }] : []),
    ...FACETS.flatMap(facet => {
      const names = codesOf(narrowed, facet).map(code => nameOf(facet, code))
      return names.length === 0 ? [] : [{ key: facet, text: `${t(`dimension.${facet}`)}: ${names.join(', ')}` }]
    }),
    ...(narrowed.marked === 'yes' ? [{ key: 'marked', text: t('applications.only_marked') }] : []),
    ...(narrowed.batch === undefined ? [] : [{ key: 'batch', text: t('applications.of_import') }]),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="filters" aria-label={t('applications.narrowed')}>
      {chips.map(({ key, text }) => (
        <li key={key} className="chip">
          {text}
          <button type="button" aria-label={t('applications.take_away', { what: text })} onClick={() => onTake(key)}>
            <IconX size={15} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
