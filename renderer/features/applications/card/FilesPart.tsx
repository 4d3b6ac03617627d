import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { PaperFile, Registered, TalonMade } from '#shared/application/transitions.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { ErrorNotice } from '../../../components/Notice.tsx'
import { SavedNotice } from '../../../components/SavedNotice.tsx'
import { useCall } from '../../../components/use-call.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Part } from './Part.tsx'

/** The talons that were made and the files that are kept. */
export function FilesPart({ id, registered }: { id: EntityId; registered: Registered }) {
  const { t } = useWords()
  const { talons, files } = registered
  return (
    <>
      <Part title={t('card.talons')}>
        {talons.length === 0 ? (
          <p className="mute">{t('card.no_talon')}</p>
        ) : (
          <ul className="plain-list">
            {talons.map(talon => (
              <Talon key={talon.job} talon={talon} />
            ))}
          </ul>
        )}
      </Part>
      {files.length === 0 ? null : (
        <Part title={t('card.files')}>
          <Files id={id} files={files} />
        </Part>
      )}
    </>
  )
}

function Talon({ talon: { at, shape, result, reprint } }: { talon: TalonMade }) {
  const { t, dates } = useWords()
  const instant = Date.parse(at)
  return (
    <li>
      {screenDate(officeDate(instant), dates)}, {officeTime(instant)}{' '}
      <span className="mute">
        {[shape, t(`card.talon.${result}`), reprint === null ? '' : t(`talon.reason.${reprint}`)]
          .filter(part => part !== '')
          .join(', ')}
      </span>
    </li>
  )
}

const KILOBYTE = 1024

function Files({ id, files }: { id: EntityId; files: readonly PaperFile[] }) {
  const { t } = useWords()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const save = async (paper: string) => {
    setSaved(null)
    setSaved(await call.run(() => window.desk.paperSave({ entity: id, paper })))
  }
  return (
    <>
      <ul className="plain-list">
        {files.map(({ paper, title, kind, bytes }) => (
          <li key={paper} className="file-line">
            <span>
              {title ?? t('applications.erased')}{' '}
              <span className="mute">
                {kind.toUpperCase()}, {t('card.kilobytes', { count: Math.ceil(bytes / KILOBYTE) })}
              </span>
            </span>
            {title === null ? null : (
              <Button
                variant="default"
                size="compact-md"
                className="tall-button"
                leftSection={<IconDownload size={16} aria-hidden="true" />}
                aria-label={`${t('card.save_file')}: ${title}`}
                onClick={() => void save(paper)}
              >
                {t('card.save_file')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error} />
    </>
  )
}
