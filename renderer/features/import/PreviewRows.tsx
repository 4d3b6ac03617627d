import { SegmentedControl } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { ImportPreview, PreviewRow } from '#shared/ipc/imports.ts'
import type { AppError } from '#shared/result/result.ts'
import { settled } from '../../app/desk.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { PreviewLine } from './PreviewLine.tsx'

const PAGE = 100
const LINE = 58

type Only = 'all' | 'marked' | 'skipped'

/** The rows of the file as they would come in. Only what is seen is asked for. */
export function PreviewRows({ preview }: { preview: ImportPreview }) {
  const { t } = useWords()
  const [only, setOnly] = useState<Only>('all')
  const options: { value: Only; label: string }[] = [
    { value: 'all', label: t('import.rows.all') },
    { value: 'marked', label: t('import.rows.marked') },
    { value: 'skipped', label: t('import.rows.skipped') },
  ]
  return (
    <Card
      title={t('import.rows.title')}
      beside={
        <SegmentedControl
          aria-label={t('import.rows.filter')}
          data={options}
          value={only}
          onChange={value => setOnly(value as Only)}
        />
      }
    >
      <RowWindow key={only} preview={preview} only={only} />
    </Card>
  )
}

function RowWindow({ preview, only }: { preview: ImportPreview; only: Only }) {
  const { t } = useWords()
  const { rows, total, error, want } = useRows(preview.importId, only)
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 8,
  })
  const seen = virtual.getVirtualItems()
  const first = seen[0]?.index ?? 0
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    want(first)
    want(last)
  }, [want, first, last])
  if (error !== null) return <ErrorNotice error={error} />
  if (total === 0) return <p className="card-body mute">{t('import.rows.none')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by the arrow keys
    <section className="grid preview-box" ref={box} tabIndex={0} aria-label={t('import.rows.title')}>
      <ul className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {seen.map(item => (
          <PreviewLine key={item.index} top={item.start} height={LINE} kind={preview.kind} row={rows.get(item.index)} />
        ))}
      </ul>
    </section>
  )
}

/** Rows by their place, fetched page by page as they come into sight. */
function useRows(importId: string, only: Only) {
  const [rows, setRows] = useState<ReadonlyMap<number, PreviewRow>>(new Map())
  const [total, setTotal] = useState(0)
  const [error, setError] = useState<AppError | null>(null)
  const asked = useRef(new Set<number>())
  const [want] = useState(() => async (index: number) => {
    const offset = Math.floor(index / PAGE) * PAGE
    if (asked.current.has(offset)) return
    asked.current.add(offset)
    const page = await settled(window.desk.importRows({ importId, only, offset, limit: PAGE }))
    if (!page.ok) return setError(page.error)
    setTotal(page.value.total)
    setRows(known => new Map([...known, ...page.value.rows.map((row, place) => [offset + place, row] as const)]))
  })
  return { rows, total, error, want }
}
