import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useRowKeys } from '../applications/use-row-keys.ts'
import { cellText } from './cell-of.ts'
import type { JournalColumn } from './column.ts'
import type { Order } from './narrowed-lines.ts'
import type { Line } from './use-journal.ts'

const LINE = 44
const HEAD = 44
const DASH = '\u2013'

interface Shown {
  readonly title: string
  readonly columns: readonly JournalColumn[]
  readonly shown: readonly JournalColumn[]
  readonly lines: readonly Line[]
  readonly order: Order | null
  readonly onOrder: (order: Order | null) => void
  readonly addressOf: (line: Line) => string | null
}

/** The journal itself: its head stays, the lines in sight alone are in the page, and it scrolls sideways within its own box. */
export function JournalTable({ title, columns, shown, lines, order, onOrder, addressOf }: Shown) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 12,
    scrollPaddingEnd: HEAD,
  })
  const seen = virtual.getVirtualItems()
  const keys = useRowKeys(box, lines.length, virtual.scrollToIndex)
  const stop = seen.some(({ index }) => index === keys.active) ? keys.active : seen[0]?.index
  const places = shown.map(column => columns.indexOf(column))
  const widths = widthsOf(shown)
  return (
    <div className="grid journal-box" ref={box}>
      <table className="grid-table" aria-rowcount={lines.length + 1} aria-label={title} style={widths as CSSProperties}>
        <thead>
          <tr className="grid-row grid-head journal-line">
            {shown.map(column => (
              <Head key={column.key} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody className="grid-body" style={{ height: virtual.getTotalSize() }} onKeyDown={keys.onKeyDown}>
          {seen.map(({ index, start }) => {
            const line = lines[index]
            if (line === undefined) return null
            return (
              <tr
                key={line.id}
                className="grid-row journal-line"
                aria-rowindex={index + 2}
                onFocus={() => keys.setActive(index)}
                style={{ height: LINE, transform: `translateY(${start}px)` }}
              >
                {shown.map((column, at) => (
                  <Cell
                    key={column.key}
                    column={column}
                    line={line}
                    place={places[at] ?? 0}
                    address={at === 0 ? addressOf(line) : null}
                    isStop={index === stop}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {lines.length === 0 ? <p className="mute journal-none">{t('journals.none_narrowed')}</p> : null}
    </div>
  )
}

/** The tracks of every row alike, and what all of them take at least: their widths, 12 between two, 14 at either side. */
function widthsOf(shown: readonly JournalColumn[]): Record<string, string> {
  const least = shown.reduce((sum, { width }) => sum + width + 12, 28)
  return {
    '--journal-columns': shown.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' '),
    '--journal-width': `${least}px`,
  }
}

function Head({ column, order, onOrder }: Pick<Shown, 'order' | 'onOrder'> & { column: JournalColumn }) {
  const { t } = useWords()
  const title = t(`journals.column.${column.key}`)
  const own = order?.column === column.key ? order : null
  const Icon = own?.isDescending ? IconSortDescending : IconSortAscending
  const turn = () => {
    if (own === null) onOrder({ column: column.key, isDescending: false })
    else onOrder(own.isDescending ? null : { column: column.key, isDescending: true })
  }
  return (
    <th scope="col" aria-sort={own === null ? 'none' : own.isDescending ? 'descending' : 'ascending'}>
      <button type="button" className="sort" title={t('journals.sort', { column: title })} onClick={turn}>
        <span>{title}</span>
        {own === null ? null : <Icon size={16} stroke={2.2} aria-hidden="true" />}
      </button>
    </th>
  )
}

interface CellShown {
  readonly column: JournalColumn
  readonly line: Line
  readonly place: number
  readonly address: string | null
  readonly isStop: boolean
}

function Cell({ column, line, place, address, isStop }: CellShown) {
  const { dates } = useWords()
  const text = cellText(column, line.values[place] ?? null, dates)
  return (
    <td title={text} data-kind={column.kind}>
      {address === null ? (
        text
      ) : (
        <a className="cover" href={address} tabIndex={isStop ? 0 : -1}>
          {text || DASH}
        </a>
      )}
    </td>
  )
}
