import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type CellWords, COLUMNS } from './columns.ts'
import type { ApplicationRows } from './use-applications.ts'
import { useDimensionWords } from './use-dimension-words.ts'

const LINE = 40

interface Listed {
  readonly list: ApplicationRows
  readonly open: string | null
  readonly narrowed: boolean
  readonly onOpen: (id: string) => void
}

/** The list itself: only the lines in sight are in the page; the next rows are read as one nears the end. */
export function ApplicationList({ list, open, narrowed, onOpen }: Listed) {
  const { t, language, dates } = useWords()
  const { nameOf } = useDimensionWords()
  const rows = list.rows
  const box = useRef<HTMLDivElement>(null)
  const count = rows?.length ?? 0
  const virtual = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => LINE, overscan: 12 })
  const seen = virtual.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  const words = useMemo<CellWords>(
    () => ({ t, language, dates, officialOf: id => nameOf('byOfficial', id) }),
    [t, language, dates, nameOf],
  )
  const { readMore } = list
  useEffect(() => {
    if (last >= count - 30) readMore()
  }, [last, count, readMore])
  if (rows === undefined) return null
  if (count === 0) return <NothingListed narrowed={narrowed} />
  return (
    <div className="grid" ref={box} role="grid" aria-rowcount={list.total ?? count} aria-label={t('applications.title')}>
      <div className="grid-row grid-head application-line" role="row">
        {COLUMNS.map(column => (
          <span key={column.title} role="columnheader">
            {t(column.title)}
          </span>
        ))}
      </div>
      <div className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {seen.map(item => {
          const row = rows[item.index]
          return row === undefined ? null : (
            <Line key={row.id} row={row} top={item.start} index={item.index} open={row.id === open} words={words} onOpen={onOpen} />
          )
        })}
      </div>
    </div>
  )
}

interface LineShown {
  readonly row: ApplicationListRow
  readonly top: number
  readonly index: number
  readonly open: boolean
  readonly words: CellWords
  readonly onOpen: (id: string) => void
}

function Line({ row, top, index, open, words, onOpen }: LineShown) {
  const cells = COLUMNS.map(column => column.text(row, words))
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen(row.id)
  }
  return (
    <div
      className="grid-row application-line"
      role="row"
      aria-rowindex={index + 1}
      aria-selected={open}
      tabIndex={0}
      style={{ height: LINE, transform: `translateY(${top}px)` }}
      onClick={() => onOpen(row.id)}
      onKeyDown={keyed}
    >
      {COLUMNS.map((column, place) => (
        <span key={column.title} role="gridcell" title={cells[place]}>
          {column.title === 'column.state' ? (
            <Badge tone={row.marked || row.needsUpdate ? 'amber' : 'green'}>{cells[place] ?? ''}</Badge>
          ) : (
            cells[place]
          )}
        </span>
      ))}
    </div>
  )
}

function NothingListed({ narrowed }: { narrowed: boolean }) {
  const { t } = useWords()
  return narrowed ? (
    <EmptyScreen title={t('applications.none_found.title')} sentence={t('applications.none_found.sentence')}>
      <Button variant="default" onClick={() => goTo('applications')}>
        {t('applications.clear')}
      </Button>
    </EmptyScreen>
  ) : (
    <EmptyScreen title={t('applications.none.title')} sentence={t('applications.none.sentence')}>
      <Button onClick={() => goTo('import')}>{t('today.import_journal')}</Button>
    </EmptyScreen>
  )
}
