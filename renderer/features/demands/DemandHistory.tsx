import { isolated, joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useRows } from '../../app/use-rows.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'

const NOTHING = {}

interface Entry {
  readonly on: PlainDate
  readonly by: string
  readonly text: string
}

/** What was done with a demand, oldest first. */
export function DemandHistory({ state }: { state: EntityState<'demand'> }) {
  const words = useWords()
  const users = useRows('users.all', NOTHING)
  const nameOf = (by: string) => users?.find(({ user }) => user?.id === by)?.user?.name ?? ''
  const entries = entriesOf(state, words)
  return (
    <ul className="plain-list">
      {entries.map(({ on, by, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was done is only ever added to
        <li key={at}>
          <div>{text}</div>
          <div className="mute">{joined([screenDate(on, words.dates), nameOf(by)], ' \u00b7 ')}</div>
        </li>
      ))}
    </ul>
  )
}

function entriesOf(state: EntityState<'demand'>, { t, dates }: Words): Entry[] {
  const { made, reminders, extensions, answers, returns, withdrawn } = state
  const date = (on: PlainDate) => screenDate(on, dates)
  const of = (done: { readonly on: PlainDate; readonly by: string }, text: string): Entry => ({ ...done, text })
  return [
    ...(made === null ? [] : [of(made, t('demand.history.made'))]),
    ...reminders.map(one => of(one, t('demand.history.reminded', { way: t(`demand.way.${one.way}`) }))),
    ...extensions.map(one =>
      of(
        one,
        t('demand.history.extended', {
          from: date(one.from),
          to: date(one.to),
          number: one.basis.number,
          by: one.basis.by,
        }),
      ),
    ),
    ...answers.map(one =>
      of(
        { on: one.on, by: one.noted.by },
        joined(
          [t(`demand.outcome.${one.outcome}`), one.number, one.text === null ? '' : isolated(one.text)],
          ' \u00b7 ',
        ),
      ),
    ),
    ...returns.map(one => of(one, t('demand.history.returned', { ground: t(`demand.return.${one.ground}`) }))),
    ...(withdrawn === null
      ? []
      : [of(withdrawn, t('demand.history.withdrawn', { ground: t(`demand.withdraw.${withdrawn.ground}`) }))]),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
