import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Official } from '#shared/official/model.ts'
import { withPattern } from '#shared/schedule/patterns.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { agreeTo } from './month-draft.ts'
import { PatternFields } from './PatternFields.tsx'
import { PatternPreviewList } from './PatternPreviewList.tsx'
import { EVERYONE, patternsFrom } from './pattern-form.ts'
import { previewsOf } from './pattern-previews.ts'
import { useAround } from './use-around.ts'
import type { MonthWork } from './use-month-draft.ts'

interface Asked {
  /** The months the pattern fills: one, or a quarter. */
  readonly works: readonly MonthWork[]
  readonly officials: readonly Official[]
  readonly onClose: () => void
}

/** Receptions that repeat, for a month or a quarter: a rule with hours and a room. What it makes is seen before it is made. */
export function PatternDialog({ works, officials, onClose }: Asked) {
  const { t } = useWords()
  const calendar = useWorkCalendar()
  const around = useAround()
  const [typed, setTyped] = useState(EVERYONE)
  const patterns = useMemo(() => patternsFrom(typed, officials), [typed, officials])
  const previews = useMemo(
    () =>
      around === undefined
        ? []
        : works.map(work => previewsOf(work.draft.schedule, patterns ?? [], officials, calendar, around)),
    [works, patterns, officials, calendar, around],
  )
  const count = previews.flat().reduce((sum, one) => sum + one.preview.receptions.length, 0)
  const add = () => {
    for (const [index, work] of works.entries()) {
      const own = previews[index] ?? []
      const schedule = own.reduce((so, one) => withPattern(so, one.preview), work.draft.schedule)
      const unmoved = own.flatMap(one => one.preview.receptions.filter(({ moved }) => moved === null))
      if (schedule.receptions.length > work.draft.schedule.receptions.length) {
        work.change(
          agreeTo(
            { ...work.draft, schedule },
            unmoved.map(({ id }) => id),
          ),
        )
      }
    }
    onClose()
  }
  return (
    <Modal
      opened
      size={820}
      onClose={onClose}
      title={<b>{t('schedule.pattern.title')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        <PatternFields typed={typed} officials={officials} onType={setTyped} />
        <PatternPreviewList previews={previews.flat()} officials={officials} />
        <div className="buttons">
          <Button disabled={count === 0} onClick={add}>
            {t('schedule.pattern.add', { count })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
