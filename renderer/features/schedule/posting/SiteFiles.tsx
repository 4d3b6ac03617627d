import { Button } from '@mantine/core'
import { IconFolder, IconWorld } from '@tabler/icons-react'
import { useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import type { PlainMonth, Quarter } from '#shared/time/plain-date.ts'
import { ErrorNotice } from '../../../components/Notice.tsx'
import { SavedNotice } from '../../../components/SavedNotice.tsx'
import { useCall } from '../../../components/use-call.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** Everything the site needs, made of what stands approved: as one archive or loose in a folder. */
export function SiteFiles({ months, quarter }: { months: readonly PlainMonth[]; quarter: Quarter | null }) {
  const { t } = useWords()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const save = async (as: 'archive' | 'folder') => {
    setSaved(null)
    const fileName = `site-${quarter ?? months[0]}.zip`
    setSaved(await call.run(() => window.desk.siteSave({ months: [...months], quarter, as, fileName })))
  }
  return (
    <div className="card-body">
      <p className="sentence">{t('posting.site.sentence')}</p>
      <div className="buttons">
        <Button
          variant="default"
          loading={call.busy}
          leftSection={<IconWorld size={17} aria-hidden="true" />}
          onClick={() => void save('archive')}
        >
          {t('posting.site.save')}
        </Button>
        <Button
          variant="default"
          loading={call.busy}
          leftSection={<IconFolder size={17} aria-hidden="true" />}
          onClick={() => void save('folder')}
        >
          {t('posting.site.folder')}
        </Button>
      </div>
      <ErrorNotice error={call.error} />
      <SavedNotice saved={saved} />
    </div>
  )
}
