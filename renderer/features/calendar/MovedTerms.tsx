import { Button, Modal } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { addressOf } from '../../app/route.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useRowKeys } from '../applications/use-row-keys.ts'
import { type MovedTexts, movedTexts } from './moved-words.ts'
import { RestatedLetters } from './RestatedLetters.tsx'
import type { MovedLine } from './use-moved-terms.ts'

const LINE = 64
const HEAD = 40

const COLUMNS = [
  'calendar.moved.application',
  'calendar.moved.term',
  'calendar.moved.before',
  'calendar.moved.after',
  'calendar.moved.why',
] as const satisfies readonly LocaleKey[]

interface Listed {
  readonly title: string
  readonly lines: readonly MovedLine[]
  readonly onClose: () => void
}

/** The terms that move, with the old day, the new one and why; given out as a table. Only the lines in sight are in the page. */
export function MovedTerms({ title, lines, onClose }: Listed) {
  const words = useWords()
  const { t } = words
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const giveOut = async () => {
    const rows = lines.map(line => {
      const { number, name, term, before, after, why } = movedTexts(line, words)
      return [number, name, term, before, after, why]
    })
    const columns = [t('column.number'), t('column.person'), ...COLUMNS.slice(1).map(column => t(column))]
    const table = { title, columns, rows }
    setSaved(await call.run(() => window.desk.tableSave({ table, fileName: 'moved-terms.xlsx' })))
  }
  return (
    <Modal
      opened
      size={1180}
      onClose={onClose}
      title={<b>{title}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body moved-terms">
        <Lines title={title} lines={lines} />
        <RestatedLetters lines={lines} />
        <ErrorNotice error={call.error} />
        <SavedNotice saved={saved} />
        <div className="buttons">
          <Button variant="default" loading={call.busy} onClick={() => void giveOut()}>
            {t('calendar.moved.xlsx')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('act.close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Lines({ title, lines }: Pick<Listed, 'title' | 'lines'>) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 8,
    scrollPaddingEnd: HEAD,
  })
  const seen = virtual.getVirtualItems()
  const keys = useRowKeys(box, lines.length, virtual.scrollToIndex)
  const stop = seen.some(({ index }) => index === keys.active) ? keys.active : seen[0]?.index
  return (
    <div className="grid moved-box" ref={box}>
      <table className="grid-table" aria-rowcount={lines.length + 1} aria-label={title}>
        <thead>
          <tr className="grid-row grid-head moved-line">
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {words.t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="grid-body" style={{ height: virtual.getTotalSize() }} onKeyDown={keys.onKeyDown}>
          {seen.map(({ index, start }) => {
            const line = lines[index]
            if (line === undefined) return null
            const shown = { index, top: start, isStop: index === stop, onFocus: keys.setActive }
            return <Line key={index} {...shown} texts={movedTexts(line, words)} entity={line.row.id} />
          })}
        </tbody>
      </table>
    </div>
  )
}

interface LineShown {
  readonly index: number
  readonly top: number
  readonly isStop: boolean
  readonly onFocus: (index: number) => void
  readonly texts: MovedTexts
  readonly entity: string
}

/** One line; its number opens the card. */
function Line({ index, top, isStop, onFocus, texts, entity }: LineShown) {
  return (
    <tr
      className="grid-row moved-line"
      aria-rowindex={index + 2}
      onFocus={() => onFocus(index)}
      style={{ height: LINE, transform: `translateY(${top}px)` }}
    >
      <td>
        <a href={addressOf('applications', { open: entity })} tabIndex={isStop ? 0 : -1}>
          {texts.number}
        </a>
        <div className="mute">{texts.name}</div>
      </td>
      <td>{texts.term}</td>
      <td>{texts.before}</td>
      <td>
        <b>{texts.after}</b>
      </td>
      <td title={texts.why}>{texts.why}</td>
    </tr>
  )
}
