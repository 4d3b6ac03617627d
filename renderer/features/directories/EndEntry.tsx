import { useState } from 'react'
import type { EditedDirectory, Entry } from '#shared/directory/model.ts'
import { addDays, PlainDate } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useSetEntry } from './use-set-entry.ts'

interface Asked {
  readonly directory: EditedDirectory
  readonly entry: Entry
  readonly onClose: () => void
}

/** Asks for the last day of an entry. Yesterday stands there first: who ends an entry wants it gone now. */
export function EndEntry({ directory, entry, onClose }: Asked) {
  const { t, language } = useWords()
  const { today } = useDesk().start
  const { call, set } = useSetEntry(directory)
  const [day, setDay] = useState<string | null>(entry.validTo ?? addDays(today, -1))
  const last = PlainDate.safeParse(day)
  const end = async () => {
    if (last.success && (await set({ ...entry, validTo: last.data }))) onClose()
  }
  return (
    <Confirm
      title={t('directories.end.title')}
      act={t('directories.end')}
      call={call}
      allowed={last.success}
      onAct={() => void end()}
      onClose={onClose}
    >
      <p className="sentence">{t('directories.end.sentence', { name: entry[language] })}</p>
      <DateField
        label={t('directories.end.day')}
        value={day}
        data-autofocus
        error={last.success ? undefined : t('form.needed')}
        onChange={setDay}
      />
    </Confirm>
  )
}
