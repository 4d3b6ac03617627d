import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { postStanding } from '#shared/official/post.ts'
import { helpersOn, receptionDays } from '#shared/reception-helper/days.ts'
import type { Helper } from '#shared/reception-helper/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HELPER_KINDS } from './directory-words.ts'
import { HelperDialog, type HelperRow } from './HelperDialog.tsx'
import { monthsAround, nextDates } from './helper-form.ts'

const NOTHING = {}
/** Dates shown of a helper; the form has them all. */
const DATES_SHOWN = 3

/** Those who help visitors (clause 16, KZ-2026 rule 28). */
export function HelperList() {
  const { t } = useWords()
  const today = useToday()
  const states = useRows('helpers.all', NOTHING)
  const [asked, setAsked] = useState<HelperRow | 'add' | null>(null)
  const rows = useMemo(() => helperRows(states ?? []), [states])
  const add = (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setAsked('add')}>
      {t('directories.add_helper')}
    </Button>
  )
  const here = useHere(rows)
  if (states === undefined) return null
  return (
    <Card
      title={t('directories.helpers')}
      beside={
        rows.length === 0 ? undefined : (
          <>
            <span className="mute">{t('directories.total', { count: rows.length })}</span>
            {add}
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyScreen title={t('directories.no_helpers.title')} sentence={t('directories.no_helpers.sentence')}>
          {add}
        </EmptyScreen>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <section className="table-box directory-box" aria-label={t('directories.helpers')} tabIndex={0}>
          <table className="table directory-table">
            <thead>
              <tr>
                <th scope="col">{t('directories.official.name')}</th>
                <th scope="col">{t('directories.helper.kind')}</th>
                <th scope="col">{t('field.officials.phone')}</th>
                <th scope="col">{t('directories.helper.days')}</th>
                <th scope="col">{t('directories.column.state')}</th>
              </tr>
            </thead>
            <tbody>
              {[...rows]
                .sort((a, b) => Number(hasLeft(a.helper, today)) - Number(hasLeft(b.helper, today)))
                .map(row => (
                  <Line key={row.entity} row={row} isHere={here.has(row.entity)} onEdit={setAsked} />
                ))}
            </tbody>
          </table>
        </section>
      )}
      {asked === null ? null : <HelperDialog row={asked === 'add' ? null : asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

interface Shown {
  readonly row: HelperRow
  readonly isHere: boolean
  readonly onEdit: (row: HelperRow) => void
}

function Line({ row, isHere, onEdit }: Shown) {
  const { t, language, pick, dates } = useWords()
  const today = useToday()
  const { helper } = row
  const name = officialName(helper, language)
  const weekdays = t('date.weekdays.short').split('|')
  const days = [
    ...helper.days.weekdays.map(day => weekdays[day - 1] ?? ''),
    ...nextDates(helper, today, DATES_SHOWN).map(date => screenDate(date, dates)),
  ]
  return (
    <tr data-standing={hasLeft(helper, today) ? 'ended' : 'offered'}>
      <td>
        <button
          type="button"
          className="link entry-name"
          aria-label={t('directories.edit', { name })}
          onClick={() => onEdit(row)}
        >
          {name}
        </button>
        <div className="mute">{pick(helper.organisation)}</div>
      </td>
      <td>{t(HELPER_KINDS[helper.kind])}</td>
      <td>
        {helper.phone}
        <div className="mute">{helper.languages.map(one => t(`language.long.${one}`)).join(', ')}</div>
      </td>
      <td>{days.join(', ')}</td>
      <td>
        <Standing helper={helper} isHere={isHere} />
      </td>
    </tr>
  )
}

function Standing({ helper, isHere }: { helper: Helper; isHere: boolean }) {
  const { t, dates } = useWords()
  const today = useToday()
  const { since, until } = helper
  if (isHere) return <Badge tone="green">{t('directories.helper.today')}</Badge>
  if (until !== null && until < today)
    return <Badge tone="plain">{t('directories.days.to', { day: screenDate(until, dates) })}</Badge>
  if (since !== null && today < since)
    return <Badge tone="sky">{t('directories.days.from', { day: screenDate(since, dates) })}</Badge>
  return null
}

function hasLeft(helper: Helper, today: Parameters<typeof postStanding>[1]): boolean {
  return postStanding(helper, today) === 'left'
}

/** The entities of those who help today. */
function useHere(rows: readonly HelperRow[]): ReadonlySet<string> {
  const today = useToday()
  const schedules = useRows(
    'plan.schedules',
    useMemo(() => monthsAround([], today), [today]),
  )
  return useMemo(() => {
    const helpers = rows.map(({ entity, helper }) => ({ ...helper, entity }))
    return new Set(helpersOn(today, helpers, receptionDays(schedules ?? [])).map(({ entity }) => entity))
  }, [rows, schedules, today])
}

function helperRows(
  states: readonly { id: HelperRow['entity']; head: HelperRow['head']; helper: Helper | null }[],
): HelperRow[] {
  return states.flatMap(({ id, head, helper }) => (helper === null ? [] : [{ entity: id, head, helper }]))
}
