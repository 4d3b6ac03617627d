import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useOfficials } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Card } from '../../components/Card.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { OfficialDialog } from './OfficialDialog.tsx'
import { OfficialTable } from './OfficialTable.tsx'
import { type OfficialRow, officialRows } from './official-rows.ts'

const NOTHING = {}

/** Officials who hold receptions: from a file or by hand. */
export function OfficialList() {
  const { t } = useWords()
  const states = useRows('officials.entities', NOTHING)
  const order = useOfficials()
  const today = useToday()
  const [asked, setAsked] = useState<OfficialRow | 'add' | null>(null)
  const rows = useMemo(() => officialRows(states ?? [], order ?? [], today), [states, order, today])
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
