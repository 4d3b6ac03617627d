import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'

const KILOBYTE = 1024

/** The kept scans of a letter or a protocol that was signed. */
export function Scans({ letter: { id, scans } }: { letter: Pick<EntityState<'letter'>, 'id' | 'scans'> }) {
  const { t } = useWords()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  if (scans.length === 0) return null
  const save = async (paper: string) => {
    setSaved(null)
    setSaved(await call.run(() => window.desk.paperSave({ entity: id, paper })))
  }
  return (
    <>
      <ul className="plain-list">
        {scans.map(({ paper, kind, bytes }, at) => (
          <li key={paper} className="file-line">
            <span>
              {t('letter.scan_number', { number: at + 1 })}{' '}
              <span className="mute">
                {kind.toUpperCase()}, {t('card.kilobytes', { count: Math.ceil(bytes / KILOBYTE) })}
              </span>
            </span>
            <Button
              variant="default"
              size="compact-md"
              className="tall-button"
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              aria-label={`${t('card.save_file')}: ${at + 1}`}
              onClick={() => void save(paper)}
            >
              {t('card.save_file')}
            </Button>
          </li>
        ))}
      </ul>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
