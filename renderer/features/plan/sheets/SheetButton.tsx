import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { ErrorNotice } from '../../../components/Notice.tsx'
import { SavedNotice } from '../../../components/SavedNotice.tsx'
import { useCall } from '../../../components/use-call.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** A form of the sheet to choose from: its words, its job, and what its file is called; no name of a person is in it. */
export interface SheetChoice {
  readonly label: string
  readonly lang?: 'kk' | 'ru'
  readonly job: SheetJob
  readonly fileName: string
}

interface Shown {
  readonly label: LocaleKey
  readonly choices: readonly SheetChoice[]
  readonly disabled?: boolean
}

/** A button that saves a sheet as PDF in the form chosen, and tells what became of it below. */
export function SheetButton({ label, choices, disabled = false }: Shown) {
  const { t } = useWords()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const save = async ({ job, fileName }: SheetChoice) => {
    setSaved(null)
    setSaved(await call.run(() => window.desk.sheetSave({ job, fileName })))
  }
  return (
    <div className="sheet-button">
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            loading={call.busy}
            disabled={disabled}
            leftSection={<IconPrinter size={17} aria-hidden="true" />}
            rightSection={<IconChevronDown size={15} aria-hidden="true" />}
          >
            {t(label)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(choice => (
            <Menu.Item key={choice.fileName} lang={choice.lang} onClick={() => void save(choice)}>
              {choice.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ErrorNotice error={call.error} />
      <SavedNotice saved={saved} />
    </div>
  )
}
