import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import type { ApplicationListRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type CellWords, COLUMNS, type Column } from './columns.ts'
import type { ApplicationRows } from './use-applications.ts'
import { useDimensionWords } from './use-dimension-words.ts'
import { useRowKeys } from './use-row-keys.ts'

const LINE = 54
const HEAD = 52
const DASH = '\u2013'

interface Listed {
  readonly list: ApplicationRows
  readonly open: string | null
  readonly narrowed: boolean
  readonly addressOf: (id: string) => string
}

/** The list itself: only the lines in sight are in the page; the next rows are read as one nears the end. */
export function ApplicationList({ list, open, narrowed, addressOf }: Listed) {
  const { t, dates } = useWords()
  const { nameOf, entryOf } = useDimensionWords()
  const rows = list.rows
  const box = useRef<HTMLDivElement>(null)
  const count = rows?.length ?? 0
  const { virtual, seen, stop, keys } = useLines(box, count)
  const last = seen.at(-1)?.index ?? 0
  const words = useMemo<CellWords>(
    () => ({ t, dates, entryOf, officialOf: id => nameOf('byOfficial', id) }),
    [t, dates, entryOf, nameOf],
  )
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
              <th key={column.title} scope="col" {...placeOf(column)}>
                {t(column.title)}
              </th>
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
  if (column === 'column.state') return <Badge tone={row.marked || row.needsUpdate ? 'amber' : 'green'}>{text}</Badge>
  if (column !== 'column.person') return text
  return (
    <a className="cover" href={address} tabIndex={stop ? 0 : -1} aria-current={open ? 'true' : undefined}>
      {text || row.organisation || row.maskedIin || DASH}
    </a>
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
