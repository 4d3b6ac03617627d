import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { invitedByClause } from '#shared/directory/invited.ts'
import { type EditedDirectory, type Entry, validOn } from '#shared/directory/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { Card } from '../../components/Card.tsx'
import { EmptyScreen } from '../../components/EmptyScreen.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useDirectories } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { isPhrases, LIST_NAMES } from './directory-words.ts'
import { EndEntry } from './EndEntry.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { EntryTable } from './EntryTable.tsx'
import { entryRows, phraseRows, rowsWith } from './entry-rows.ts'
import { useSetEntry } from './use-set-entry.ts'

type Asked = { readonly what: 'add' } | { readonly what: 'edit' | 'end'; readonly entry: Entry }

/** The entries of one directory: added, put in other words, ended and offered again; none is ever deleted. */
export function EntryList({ directory }: { directory: EditedDirectory }) {
  const { t } = useWords()
  const { today } = useDesk().start
  const directories = useDirectories()
  const entries = directories[directory]
  const { call, set } = useSetEntry(directory)
  const invited = useInvited(directory, today)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const rows = useMemo(
    () => (isPhrases(directory) ? phraseRows(entries, directories.topic, today) : entryRows(entries, today)),
    [directory, entries, directories.topic, today],
  )
  const found = useMemo(() => rowsWith(rows, typed), [rows, typed])
  const close = () => setAsked(null)
  const add = (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setAsked({ what: 'add' })}>
      {t('directories.add')}
    </Button>
  )
  const title = t(LIST_NAMES[directory])
  return (
    <Card
      title={title}
      beside={
        rows.length === 0 ? undefined : (
          <>
            <span className="mute">{t('directories.total', { count: entries.length })}</span>
            <TextInput
              aria-label={t('directories.find')}
              placeholder={t('directories.find')}
              value={typed}
              onChange={event => setTyped(event.currentTarget.value)}
            />
            {add}
          </>
        )
      }
    >
      <ErrorNotice error={call.error} />
      {rows.length === 0 ? (
        <EmptyScreen title={t('directories.none.title')} sentence={t('directories.none.sentence')}>
          {add}
        </EmptyScreen>
      ) : found.length === 0 ? (
        <p className="card-body mute" role="status">
          {t('directories.not_found')}
        </p>
      ) : (
        <EntryTable
          title={title}
          rows={found}
          twoLevels={directory === 'topic' || isPhrases(directory)}
          invited={invited}
          onEdit={entry => setAsked({ what: 'edit', entry })}
          onEnd={entry => setAsked({ what: 'end', entry })}
          onAgain={entry => void set({ ...entry, validTo: null })}
        />
      )}
      {asked?.what === 'add' ? <EntryDialog directory={directory} entry={null} onClose={close} /> : null}
      {asked?.what === 'edit' ? <EntryDialog directory={directory} entry={asked.entry} onClose={close} /> : null}
      {asked?.what === 'end' ? <EndEntry directory={directory} entry={asked.entry} onClose={close} /> : null}
    </Card>
  )
}

const NOBODY: ReadonlySet<string> = new Set()

/** Codes of the bodies that the act of today invites to the akim's reception. */
function useInvited(directory: EditedDirectory, today: PlainDate): ReadonlySet<string> {
  const office = useOffice()
  const { body } = useDirectories()
  return useMemo(() => {
    if (directory !== 'body' || !office) return NOBODY
    return new Set(invitedByClause(profileOn(office, today), validOn(body, today)).map(({ code }) => code))
  }, [directory, office, body, today])
}
