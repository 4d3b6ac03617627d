import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { EditedDirectory, Entry } from '#shared/directory/model.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useDirectories } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { EntryFieldset } from './EntryFieldset.tsx'
import { type EntryFields, entryFieldsOf, entryOf, fieldsOf, linesOf } from './entry-form.ts'
import { entriesWithText } from './entry-rows.ts'
import { useSetEntry } from './use-set-entry.ts'

interface Opened {
  readonly directory: EditedDirectory
  /** Null: a new one. */
  readonly entry: Entry | null
  readonly onClose: () => void
}

/** The form of an entry. Its code is the program's own matter and is not shown. */
export function EntryDialog({ directory, entry, onClose }: Opened) {
  const { t } = useWords()
  const entries = useDirectories()[directory]
  const { call, headOf, set } = useSetEntry(directory)
  const head = entry === null ? null : headOf(entry.code)
  const [basis, setBasis] = useState(head)
  const now = entries.find(one => one.code === entry?.code) ?? null
  const form = useForm<EntryFields>({ resolver: zodResolver(entryFieldsOf(directory)), defaultValues: fieldsOf(entry) })
  const submit = form.handleSubmit(async typed => {
    const codes = entries.map(one => one.code)
    if (await set(entryOf(typed, entry?.code ?? null, codes), basis)) onClose()
  })
  const take = () => {
    form.reset(fieldsOf(now))
    setBasis(head)
  }
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={<b>{t(entry === null ? 'directories.new_entry' : 'directories.entry')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form className="card-body" onSubmit={event => void submit(event)} noValidate>
        <EntryFieldset form={form} directory={directory} isNew={entry === null} />
        <SameText form={form} entries={entries} code={entry?.code ?? null} />
        {basis === head || now === null ? null : (
          <Notice tone="amber">
            <p>{t('directories.changed', { kk: now.kk, ru: now.ru })}</p>
            <div className="buttons">
              <Button variant="default" onClick={take}>
                {t('directories.changed.take')}
              </Button>
              <Button variant="default" onClick={() => setBasis(head)}>
                {t('directories.changed.keep')}
              </Button>
            </div>
          </Notice>
        )}
        <ErrorNotice error={call.error} />
        <div className="buttons">
          <Button type="submit" loading={call.busy}>
            {t('act.keep')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface Compared {
  readonly form: ReturnType<typeof useForm<EntryFields>>
  readonly entries: readonly Entry[]
  readonly code: string | null
}

/** Warns of a text that another entry has too: it may be meant, so it is not refused. */
function SameText({ form, entries, code }: Compared) {
  const { t, language } = useWords()
  const [kk, ru, synonyms] = form.watch(['kk', 'ru', 'synonyms'])
  const same = entriesWithText(entries, code, { kk, ru, synonyms: linesOf(synonyms) })
  if (same.length === 0) return null
  return (
    <Notice tone="amber">{t('directories.same_text', { names: same.map(one => one[language]).join(', ') })}</Notice>
  )
}
