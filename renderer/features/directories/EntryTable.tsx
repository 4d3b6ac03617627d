import type { Entry } from '#shared/directory/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { STANDINGS } from './directory-words.ts'
import type { EntryRow } from './entry-rows.ts'

interface Acts {
  readonly onEdit: (entry: Entry) => void
  readonly onEnd: (entry: Entry) => void
  readonly onAgain: (entry: Entry) => void
}

interface Shown extends Acts {
  readonly title: string
  readonly rows: readonly EntryRow[]
  readonly twoLevels: boolean
  /** Codes of the bodies the act invites to the akim's reception. */
  readonly invited: ReadonlySet<string>
}

/** The entries as a table; the name in the language of the screen opens the form. */
export function EntryTable({ title, rows, twoLevels, invited, ...acts }: Shown) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="table-box directory-box" aria-label={title} tabIndex={0}>
      <table className="table directory-table">
        <thead>
          <tr>
            <th scope="col">{t('directories.column.kk')}</th>
            <th scope="col">{t('directories.column.ru')}</th>
            {twoLevels ? <th scope="col">{t('directories.column.under')}</th> : null}
            <th scope="col">{t('directories.column.state')}</th>
            <th scope="col">
              <span className="unseen">{t('directories.column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Line
              key={row.entry.code}
              row={row}
              twoLevels={twoLevels}
              isInvited={invited.has(row.entry.code)}
              {...acts}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface LineShown extends Acts {
  readonly row: EntryRow
  readonly twoLevels: boolean
  readonly isInvited: boolean
}

function Line({ row, twoLevels, isInvited, onEdit, onEnd, onAgain }: LineShown) {
  const { t, language, dates } = useWords()
  const { entry, under, standing } = row
  const { validFrom, validTo } = entry
  const name = entry[language]
  const other = language === 'kk' ? entry.ru : entry.kk
  const opens = (
    <button
      type="button"
      className="link entry-name"
      aria-label={t('directories.edit', { name })}
      onClick={() => onEdit(entry)}
    >
      {name}
    </button>
  )
  const named = language === 'kk' ? [opens, other] : [other, opens]
  return (
    <tr data-standing={standing} data-level={under === null ? 'first' : 'second'}>
      <td lang="kk">
        {named[0]}
        <div className="mute">{entry.detail?.kk}</div>
      </td>
      <td lang="ru">
        {named[1]}
        <div className="mute">{entry.detail?.ru}</div>
      </td>
      {twoLevels ? <td className="mute">{under?.[language] ?? ''}</td> : null}
      <td>
        <Badge tone={STANDINGS[standing].tone}>{t(STANDINGS[standing].text)}</Badge>
        {isInvited ? <div>{t('directories.body.invited')}</div> : null}
        {validFrom === null ? null : (
          <div className="mute">{t('directories.days.from', { day: screenDate(validFrom, dates) })}</div>
        )}
        {validTo === null ? null : (
          <div className="mute">{t('directories.days.to', { day: screenDate(validTo, dates) })}</div>
        )}
      </td>
      <td>
        {validTo === null ? (
          <button
            type="button"
            className="link"
            aria-label={t('directories.end_of', { name })}
            onClick={() => onEnd(entry)}
          >
            {t('directories.end')}
          </button>
        ) : (
          <button
            type="button"
            className="link"
            aria-label={t('directories.again_of', { name })}
            onClick={() => onAgain(entry)}
          >
            {t('directories.again')}
          </button>
        )}
      </td>
    </tr>
  )
}
