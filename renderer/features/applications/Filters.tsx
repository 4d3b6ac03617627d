import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Dimension } from '#shared/report/counts.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { codesOf, type Narrowed, narrowedBy, SHOWN_DIMENSIONS, STATUSES, WAITING } from './narrowing.ts'
import { useDimensionWords } from './use-dimension-words.ts'
import { useNarrowedWords } from './use-narrowed-words.ts'

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
        <NativeSelect
          className="filter"
          aria-label={t('column.status')}
          value={narrowed.status ?? ''}
          data={[
            { value: '', label: t('column.status') },
            ...STATUSES.map(one => ({ value: one, label: t(`application.status.${one}`) })),
          ]}
          onChange={event => set('status', event.currentTarget.value)}
        />
        <NativeSelect
          className="filter"
          aria-label={t('applications.waiting')}
          value={narrowed.waiting ?? ''}
          data={[
            { value: '', label: t('applications.waiting') },
            ...WAITING.map(one => ({ value: one, label: t(`application.waiting.${one}`) })),
          ]}
          onChange={event => set('waiting', event.currentTarget.value)}
        />
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
  const { quarter: _, undated: __, registered: ___, ...rest } = narrowed
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
  const { t } = useWords()
  const chips = useNarrowedWords()(narrowed)
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
