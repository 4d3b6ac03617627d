import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useOfficials } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CATEGORY_NAMES } from './directory-words.ts'
import { OfficialDialog } from './OfficialDialog.tsx'
import { type OfficialRow, officialRows } from './official-rows.ts'
import { receptionRules } from './reception-rules.ts'

const NOTHING = {}

/** Officials who hold receptions: from a file or by hand. */
export function OfficialList() {
  const { t } = useWords()
  const states = useRows('officials.entities', NOTHING)
  const order = useOfficials()
  const [asked, setAsked] = useState<OfficialRow | 'add' | null>(null)
  const rows = useMemo(() => officialRows(states ?? [], order ?? []), [states, order])
  const add = (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setAsked('add')}>
      {t('directories.add_official')}
    </Button>
  )
  if (states === undefined || order === undefined) return null
  return (
    <Card
      title={t('directories.officials')}
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
        <EmptyScreen title={t('directories.no_officials.title')} sentence={t('directories.no_officials.sentence')}>
          <div className="buttons">
            <Button onClick={() => goTo('import')}>{t('today.import_officials')}</Button>
            {add}
          </div>
        </EmptyScreen>
      ) : (
        <OfficialTable rows={rows} onEdit={setAsked} />
      )}
      {asked === null ? null : <OfficialDialog row={asked === 'add' ? null : asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

interface Shown {
  readonly rows: readonly OfficialRow[]
  readonly onEdit: (row: OfficialRow) => void
}

function OfficialTable({ rows, onEdit }: Shown) {
  const { t } = useWords()
  const rules = useMemo(() => new Map(receptionRules(t).map(({ value, label }) => [value, label])), [t])
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
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Line
              key={row.entity}
              row={row}
              days={row.official.rule === null ? null : (rules.get(row.official.rule) ?? null)}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ row, days, onEdit }: { row: OfficialRow; days: string | null; onEdit: Shown['onEdit'] }) {
  const { t, language, pick } = useWords()
  const { official, status } = row
  const name = officialName(official, language)
  const hours = [official.from, official.to].filter(time => time !== null).join('\u2013')
  return (
    <tr data-standing={status === 'active' ? 'offered' : 'ended'}>
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
      <td>{official.room}</td>
      <td>
        {status === 'active' ? (
          <>
            {days ?? t('directories.official.no_days')}
            <div className="mute">{hours}</div>
          </>
        ) : (
          <Badge tone="plain">{t('directories.official.undone')}</Badge>
        )}
      </td>
    </tr>
  )
}
