import { useMemo } from 'react'
import { postStanding } from '#shared/official/post.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CATEGORY_NAMES, POST_STANDINGS } from './directory-words.ts'
import { type NextAbsence, nextAbsences, type OfficialRow } from './official-rows.ts'
import { receptionRules } from './reception-rules.ts'

const NOTHING = {}

interface Shown {
  readonly rows: readonly OfficialRow[]
  readonly onEdit: (row: OfficialRow) => void
}

/** The officials as a table: who, where, when, and whether they are there. */
export function OfficialTable({ rows, onEdit }: Shown) {
  const { t, language } = useWords()
  const today = useToday()
  const absences = useRows('absences.all', NOTHING)
  const rules = useMemo(() => new Map(receptionRules(t).map(({ value, label }) => [value, label])), [t])
  const away = useMemo(() => nextAbsences(absences ?? [], today), [absences, today])
  const nameOf = (id: string) => {
    const found = rows.find(({ official }) => official.id === id)
    return found === undefined ? t('directories.official.unknown') : officialName(found.official, language)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="table-box directory-box" aria-label={t('directories.officials')} tabIndex={0}>
      <table className="table directory-table">
        <thead>
          <tr>
            <th scope="col">{t('directories.official.name')}</th>
            <th scope="col">{t('field.officials.category')}</th>
            <th scope="col">{t('field.officials.room')}</th>
            <th scope="col">{t('directories.official.days')}</th>
            <th scope="col">{t('directories.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Line
              key={row.entity}
              row={row}
              days={row.official.rule === null ? null : (rules.get(row.official.rule) ?? null)}
              away={away.get(row.official.id) ?? null}
              nameOf={nameOf}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface LineShown {
  readonly row: OfficialRow
  readonly days: string | null
  readonly away: NextAbsence | null
  readonly nameOf: (id: string) => string
  readonly onEdit: Shown['onEdit']
}

function Line({ row, days, away, nameOf, onEdit }: LineShown) {
  const { t, language, pick } = useWords()
  const today = useToday()
  const { official, status } = row
  const name = officialName(official, language)
  const hours = [official.from, official.to].filter(time => time !== null).join('\u2013')
  const isOffered = status === 'active' && postStanding(official, today) !== 'left'
  return (
    <tr data-standing={isOffered ? 'offered' : 'ended'}>
      <td>
        <button
          type="button"
          className="link entry-name"
          aria-label={t('directories.edit', { name })}
          onClick={() => onEdit(row)}
        >
          {name}
        </button>
        <div className="mute">{pick(official.position)}</div>
      </td>
      <td>
        {t(CATEGORY_NAMES[official.category])}
        <div className="mute">{pick(official.unit)}</div>
      </td>
      <td>
        {official.room}
        <div className="mute">{official.phone}</div>
      </td>
      <td>
        {days ?? t('directories.official.no_days')}
        <div className="mute">{hours}</div>
      </td>
      <td>
        <Standing row={row} away={away} nameOf={nameOf} />
      </td>
    </tr>
  )
}

/** In the post, from when or till when; when away next, and who acts then. */
function Standing({ row, away, nameOf }: Pick<LineShown, 'row' | 'away' | 'nameOf'>) {
  const { t, dates } = useWords()
  const today = useToday()
  if (row.status !== 'active') return <Badge tone="plain">{t('directories.official.undone')}</Badge>
  const { since, until } = row.official
  const standing = postStanding(row.official, today)
  const { text, tone } = POST_STANDINGS[standing]
  return (
    <>
      <Badge tone={tone}>{t(text)}</Badge>
      {since === null || standing !== 'not_yet' ? null : (
        <div className="mute">{t('directories.days.from', { day: screenDate(since, dates) })}</div>
      )}
      {until === null ? null : (
        <div className="mute">{t('directories.days.to', { day: screenDate(until, dates) })}</div>
      )}
      {away === null ? null : (
        <div>
          {t('directories.official.absent', { from: screenDate(away.from, dates), to: screenDate(away.to, dates) })}
          <div className="mute">
            {away.acting === null
              ? t('directories.official.nobody_acts')
              : t('directories.official.acting', { name: nameOf(away.acting) })}
          </div>
        </div>
      )}
    </>
  )
}
