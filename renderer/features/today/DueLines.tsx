import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useMonthState, useOfficials } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { useIsWhole } from '../../app/WhenWhole.tsx'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import type { AttentionRow } from '../../db/query-types.ts'
import { sentenceOf } from '../../i18n/sentence.ts'
import { useWords } from '../../i18n/use-words.ts'
import { monthAfter } from '../schedule/months.ts'

const NOTHING = {}

interface Line {
  readonly key: string
  readonly text: string
  readonly act: string
  readonly onAct: () => void
}

/** What waits for a person, each line with the place that settles it. */
export function DueLines() {
  const { t } = useWords()
  const attentions = useRows('attentions.all', NOTHING)
  const lines = useLines()
  if (lines === undefined || attentions === undefined) return null
  return (
    <Card title={t('today.due')}>
      {lines.length + attentions.length === 0 ? (
        <div className="card-body">
          <Badge tone="green">{t('today.nothing_due')}</Badge>
        </div>
      ) : (
        <ul className="rows">
          {attentions.map(one => (
            <AttentionLine key={one.id} attention={one} />
          ))}
          {lines.map(line => (
            <li key={line.key}>
              <span className="grow">{line.text}</span>
              <Button variant="default" onClick={line.onAct}>
                {line.act}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function useLines(): readonly Line[] | undefined {
  const { t, dates } = useWords()
  const { start } = useDesk()
  const thisMonth = PlainMonth.parse(start.today.slice(0, 7))
  const nextMonth = monthAfter(thisMonth, 1)
  const officials = useOfficials()
  const totals = useRows('totals', NOTHING)
  const now = useMonthState(thisMonth)
  const next = useMonthState(nextMonth)
  const isWhole = useIsWhole()
  if (officials === undefined || totals === undefined || now === undefined || next === undefined) return undefined
  const lines: Line[] = []
  const add = (key: string, text: string, act: string, onAct: () => void) => lines.push({ key, text, act, onAct })
  if (officials.length === 0) {
    add('officials', t('today.no_officials'), t('today.import_officials'), () => goTo('import'))
  }
  if (isWhole && totals.applications === 0) {
    add('journal', t('today.no_applications'), t('today.import_journal'), () => goTo('import'))
  }
  if (isWhole && totals.marked > 0) {
    const see = () => goTo('applications', { marked: 'yes' })
    add('marked', t('today.marked', { count: totals.marked }), t('today.see'), see)
  }
  for (const [month, known] of [
    [thisMonth, now],
    [nextMonth, next],
  ] as const) {
    if (officials.length === 0 || known.state?.approved) continue
    const text = t('today.schedule_open', { month: monthTitle(month, dates) })
    add(month, text, t('today.open_schedule'), () => goTo('schedule', { month }))
  }
  return lines
}

function AttentionLine({ attention }: { attention: AttentionRow }) {
  const { t, dates } = useWords()
  const { i18n } = useTranslation()
  const { kind, entities, since } = attention
  const day = PlainDate.safeParse(since)
  const first = entities[0] ?? ''
  const application = first.startsWith('application:')
  const schedule = PlainMonth.safeParse(first.replace(/^schedule:/, ''))
  return (
    <li>
      <Badge tone="amber">{t('today.attention')}</Badge>
      <span className="grow">
        {sentenceOf(i18n, `attention.${kind}`, {}, kind)}{' '}
        <span className="mute">{day.success ? screenDate(day.data, dates) : ''}</span>
      </span>
      {application ? (
        <Button variant="default" onClick={() => goTo('applications', { open: first })}>
          {t('today.see')}
        </Button>
      ) : null}
      {schedule.success ? (
        <Button variant="default" onClick={() => goTo('schedule', { month: schedule.data })}>
          {t('today.see')}
        </Button>
      ) : null}
    </li>
  )
}
