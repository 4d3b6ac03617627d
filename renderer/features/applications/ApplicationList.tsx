import { Button } from '@mantine/core'
import { IconAlertTriangle, IconSortAscendingLetters, IconSortDescending } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import { goTo } from '../../app/route.ts'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type CellWords, COLUMNS, type Column } from './columns.ts'
import type { Sort } from './narrowing.ts'
import { StatusWord } from './StatusWord.tsx'
import type { ApplicationRows } from './use-applications.ts'
import { useCellWords } from './use-cell-words.ts'
import { useRowKeys } from './use-row-keys.ts'

const LINE = 54
const HEAD = 60
const DASH = '\u2013'

interface Listed {
  readonly list: ApplicationRows
  readonly open: string | null
  readonly narrowed: boolean
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly addressOf: (id: string) => string
}

/** The list itself: only the lines in sight are in the page; the next rows are read as one nears the end. */
export function ApplicationList({ list, open, narrowed, sort, onSort, addressOf }: Listed) {
  const { t } = useWords()
  const rows = list.rows
  const box = useRef<HTMLDivElement>(null)
  const count = rows?.length ?? 0
  const { virtual, seen, stop, keys } = useLines(box, count)
  const last = seen.at(-1)?.index ?? 0
  const words = useCellWords()
  const { readMore } = list
  useEffect(() => {
    if (last >= count - 30) readMore()
  }, [last, count, readMore])
  if (rows === undefined) return null
  if (count === 0) return <NothingListed narrowed={narrowed} />
  return (
    <div className="grid" ref={box}>
      <table className="grid-table" aria-rowcount={list.total ?? count} aria-label={t('applications.title')}>
        <thead>
          <tr className="grid-row grid-head application-line">
            {COLUMNS.map(column => (
              <Head key={column.title} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody className="grid-body" style={{ height: virtual.getTotalSize() }} onKeyDown={keys.onKeyDown}>
          {seen.map(item => {
            const row = rows[item.index]
            return row === undefined ? null : (
              <Line
                key={row.id}
                row={row}
                top={item.start}
                index={item.index}
                open={row.id === open}
                stop={item.index === stop}
                onFocus={keys.setActive}
                words={words}
                address={addressOf(row.id)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The title of a column; where the list can be put in its order, a button that does so. */
function Head({ column, sort, onSort }: { column: Column; sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useWords()
  const title = t(column.title)
  const own = column.sort
  if (own === undefined) {
    return (
      <th scope="col" {...placeOf(column)}>
        {column.title === 'column.state' ? <span className="unseen">{title}</span> : title}
      </th>
    )
  }
  const Icon = own === 'newest' ? IconSortDescending : IconSortAscendingLetters
  const held = own === sort
  return (
    <th scope="col" aria-sort={held ? (own === 'newest' ? 'descending' : 'ascending') : 'none'} {...placeOf(column)}>
      <button type="button" className="sort" onClick={() => onSort(own)}>
        {title}
        <Icon size={16} stroke={held ? 2.2 : 1.4} aria-hidden="true" />
      </button>
    </th>
  )
}

/** The lines in sight, and the one among them that the Tab key comes to. */
function useLines(box: RefObject<HTMLElement | null>, count: number) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 12,
    scrollPaddingEnd: HEAD,
  })
  const seen = virtual.getVirtualItems()
  const keys = useRowKeys(box, count, virtual.scrollToIndex)
  const stop = seen.some(item => item.index === keys.active) ? keys.active : seen[0]?.index
  return { virtual, seen, stop, keys }
}

interface LineShown {
  readonly row: ApplicationListRow
  readonly top: number
  readonly index: number
  readonly open: boolean
  readonly stop: boolean
  readonly onFocus: (index: number) => void
  readonly words: CellWords
  readonly address: string
}

/** One line; its name is a link that covers the line, so that a key and a click anywhere do the same. */
function Line({ row, top, index, open, stop, onFocus, words, address }: LineShown) {
  return (
    <tr
      className="grid-row application-line"
      aria-rowindex={index + 2}
      data-open={open}
      data-id={row.id}
      onFocus={() => onFocus(index)}
      style={{ height: LINE, transform: `translateY(${top}px)` }}
    >
      {COLUMNS.map(column => {
        const text = column.text(row, words)
        return (
          <td key={column.title} title={text} {...placeOf(column)}>
            <CellText column={column.title} row={row} text={text} open={open} stop={stop} address={address} />
          </td>
        )
      })}
    </tr>
  )
}

/** Where a cell stands in the two lines of its record. */
function placeOf({ title, line, card }: Column) {
  return { 'data-column': title, 'data-line': line, 'data-card': card }
}

interface CellShown {
  readonly column: string
  readonly row: ApplicationListRow
  readonly text: string
  readonly open: boolean
  readonly stop: boolean
  readonly address: string
}

function CellText({ column, row, text, open, stop, address }: CellShown) {
  if (column === 'column.state') return <RowSign row={row} text={text} />
  if (column === 'column.status') return <StatusWord outcome={row.facts.outcome} text={text} />
  if (column !== 'column.person') return text
  return (
    <a className="cover" href={address} tabIndex={stop ? 0 : -1} aria-current={open ? 'true' : undefined}>
      {text || row.organisation || row.maskedIin || DASH}
    </a>
  )
}

/** Only what is wrong is seen; that nothing is, is read aloud. The cell says it in words to whoever points at it. */
function RowSign({ row, text }: { row: ApplicationListRow; text: string }) {
  const wrong = row.marked || row.needsUpdate
  return (
    <>
      {wrong ? <IconAlertTriangle className="row-sign" size={18} stroke={2} aria-hidden="true" /> : null}
      <span className="unseen">{text}</span>
    </>
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
