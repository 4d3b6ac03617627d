import { Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { restingOn } from '#shared/calendar/changes.ts'
import { type CalendarYear, YearSet } from '#shared/calendar/model.ts'
import { entityId } from '#shared/change/action.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { useCalendarYears } from '../../app/desk-rows.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ACT_WORDS, STATUS_WORDS } from './calendar-words.ts'

const STATUSES = ['approved', 'provisional'] as const

interface Asked {
  readonly year: CalendarYear
  /** What the year rested on before. */
  readonly act: Bilingual
  /** How many open terms move; undefined: not known yet. */
  readonly moved: number | undefined
  readonly onKept: () => void
  readonly onClose: () => void
}

/** Keeps the year: approved only with the act it rests on in both languages. */
export function KeepYear({ year, act, moved, onKept, onClose }: Asked) {
  const { t } = useWords()
  const { call, act: put } = useJournalAct()
  const years = useCalendarYears()
  const [status, setStatus] = useState(year.status)
  const [typed, setTyped] = useState(act)
  const basis = { kk: typed.kk.trim(), ru: typed.ru.trim() }
  const set = YearSet.safeParse({ year: restingOn({ ...year, status }, basis), act: basis })
  const keep = async () => {
    if (!set.success) return
    const entity = entityId('calendar', String(year.year))
    const basedOn = years?.find(one => one.id === entity)?.head ?? null
    if (await put({ entity, type: 'calendar.year_set', basedOn, body: set.data })) onKept()
  }
  const needed = (text: string) => (status === 'approved' && text.trim() === '' ? t('form.needed') : undefined)
  return (
    <Confirm
      title={t('calendar.keep.title', { year: year.year })}
      act={t('act.keep')}
      call={call}
      allowed={set.success}
      onAct={() => void keep()}
      onClose={onClose}
    >
      <Radio.Group
        label={t('calendar.column.status')}
        description={t('calendar.keep.provisional')}
        value={status}
        onChange={value => setStatus(value === 'approved' ? 'approved' : 'provisional')}
      >
        <div className="buttons">
          {STATUSES.map(one => (
            <Radio key={one} value={one} label={t(STATUS_WORDS[one])} />
          ))}
        </div>
      </Radio.Group>
      {(['kk', 'ru'] as const).map(side => (
        <Textarea
          key={side}
          label={t(ACT_WORDS[side])}
          description={t(status === 'provisional' ? 'calendar.keep.act_hint' : 'calendar.keep.act_rows')}
          lang={side}
          rows={2}
          maxLength={400}
          {...(side === 'kk' ? { 'data-autofocus': true } : {})}
          value={typed[side]}
          error={needed(typed[side])}
          onChange={event => setTyped({ ...typed, [side]: event.currentTarget.value })}
        />
      ))}
      {moved === undefined ? null : (
        <p className="sentence">{moved === 0 ? t('calendar.effect.none') : t('calendar.effect', { count: moved })}</p>
      )}
    </Confirm>
  )
}
