import { Button } from '@mantine/core'
import { markOfHead, textOfHead } from '#shared/audit/model.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useOfficeTime, useToday } from '../../components/use-office-time.ts'
import type { OpenOfDay } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLineSheet } from '../reception/line-sheet.ts'
import { OPEN_WORDS, placeOfOpen } from './close-words.ts'
import { DaysBefore } from './DaysBefore.tsx'
import { useDays, useOpenOfDay } from './use-days.ts'

/** The end of a day: what stands open, each with the place that settles it. Nothing is deleted, and nothing can be left out. */
export function CloseScreen({ asked }: { asked: string | undefined }) {
  const { t, dates } = useWords()
  const today = useToday()
  const earlier = PlainDate.safeParse(asked)
  const day = earlier.success && earlier.data < today ? earlier.data : today
  const open = useOpenOfDay(day)
  const days = useDays()
  if (open === undefined || days === undefined) return null
  const closed = days.find(one => one.day === day)?.closed.at(-1) ?? null
  return (
    <>
      <div className="screen-head">
        <h1>{t('close.title')}</h1>
        <span className="mute">{screenDate(day, dates)}</span>
        <span className="space" />
        <Button variant="default" onClick={() => goTo('reception')}>
          {t('reception.line')}
        </Button>
      </div>
      <Before day={day} today={today} />
      {closed === null ? null : (
        <Notice tone="green">
          {t('close.closed', { time: officeTime(Date.parse(closed.at)), count: closed.open.length })}
        </Notice>
      )}
      <Card title={t('close.open', { count: open.open.length })}>
        <OpenList open={open} day={day} today={today} />
        <CloseActs open={open} day={day} />
      </Card>
      <DaysBefore days={days} />
    </>
  )
}

/** Before the hours are over the list may still grow, and that is said. */
function Before({ day, today }: { day: PlainDate; today: PlainDate }) {
  const { t } = useWords()
  const now = useOfficeTime()
  const until = useOffice()?.hours.to
  if (day !== today || until === undefined || now >= until) return null
  return <Notice tone="amber">{t('close.before_end', { time: until })}</Notice>
}

function OpenList({
  open: { open, came, registered },
  day,
  today,
}: {
  open: OpenOfDay
  day: PlainDate
  today: PlainDate
}) {
  const { t } = useWords()
  return (
    <>
      <p className="card-body mute">
        {t('close.sums', { came, registered })} {open.length === 0 ? '' : t('close.sentence')}
      </p>
      {open.length === 0 ? (
        <div className="card-body">
          <Badge tone="green">{t('close.nothing')}</Badge>
        </div>
      ) : (
        <ul className="rows" aria-label={t('close.title')}>
          {open.map(({ kind, entity, number }) => {
            const { screen, narrowed } = placeOfOpen(entity, day, today)
            return (
              <li key={`${kind} ${entity}`}>
                <Badge tone="amber">{t(OPEN_WORDS[kind].what)}</Badge>
                <a className="link ticket" href={addressOf(screen, narrowed)}>
                  {number}
                </a>
                <span className="grow mute">{t(OPEN_WORDS[kind].how)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function CloseActs({ open: { open, came, registered }, day }: { open: OpenOfDay; day: PlainDate }) {
  const { t, dates } = useWords()
  const store = useStore()
  const call = useCall()
  const sheet = useLineSheet()
  const { installation } = useDesk().start
  const close = () =>
    call.run(async () => {
      const seen = open.map(({ kind, entity }) => ({ kind, entity }))
      const answer = await window.desk.dayClose({ day, seen })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
  const print = async () => {
    const head = await settled(window.desk.auditHead({}))
    const foot = head.ok ? [t('audit.foot', { count: head.value.count, mark: markOfHead(head.value) })] : []
    const title = t('close.sheet', { date: screenDate(day, dates) })
    const columns = [t('close.column.what'), t('close.column.number'), t('close.column.how')]
    const rows = open.map(({ kind, number }) => [t(OPEN_WORDS[kind].what), number, t(OPEN_WORDS[kind].how)])
    const mark = head.ok && installation !== null ? { mark: textOfHead(installation, head.value) } : {}
    const told = t('close.sums', { came, registered })
    return sheet.print({ title, columns, rows, told, foot, ...mark }, `close-${day}.pdf`)
  }
  return (
    <div className="card-body">
      <ErrorNotice error={call.error ?? sheet.call.error} />
      <SavedNotice saved={sheet.saved} />
      <div className="buttons">
        <Button loading={call.busy} onClick={() => void close()}>
          {open.length === 0 ? t('close.act') : t('close.act_open', { count: open.length })}
        </Button>
        <Button variant="default" loading={sheet.call.busy} onClick={() => void print()}>
          {t('close.print')}
        </Button>
      </div>
    </div>
  )
}
