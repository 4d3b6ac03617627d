import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { ProfileId } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { useStoreProgress } from '../db/use-query.ts'
import { CoverageText, useIsCovered } from '../features/settings/CoverageText.tsx'
import { PROFILE_WORDS } from '../features/settings/profile-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { useDesk } from './desk-context.ts'
import { useOffice } from './desk-rows.ts'
import { goTo } from './route.ts'
import { useRows } from './use-rows.ts'

const NOTHING = {}

/** How things stand: what is saved, how the key is kept, which desk and which regulation. Nothing here is a guess. */
export function StatusLine() {
  const { t } = useWords()
  const { start } = useDesk()
  const office = useOffice()
  const desks = useRows('desks.all', NOTHING)
  const own = desks?.find(desk => desk.key === start.installation)
  return (
    <footer className="status">
      <SavedState />
      {start.keyProtection === 'plain' ? (
        <span className="warn">
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t('status.key_plain')}
        </span>
      ) : null}
      <span className="space" />
      {own?.letter ? <span>{t('status.desk', { letter: own.letter })}</span> : null}
      {office ? <Profile id={profileOn(office, start.today)} /> : null}
    </footer>
  )
}

/** By which act the office works; where it is not in force today, why that is shown and where it is chosen. */
function Profile({ id }: { id: ProfileId }) {
  const { t } = useWords()
  const isCovered = useIsCovered(id)
  const [opened, setOpened] = useState(false)
  if (isCovered) return <span>{t(PROFILE_WORDS[id].short)}</span>
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus shadow="md" width={420} position="top-end">
      <Popover.Target>
        <button type="button" className="link warn" onClick={() => setOpened(!opened)}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t(PROFILE_WORDS[id].short)}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="why-answer">
        <CoverageText profile={id} />
        <button
          type="button"
          className="link"
          onClick={() => {
            setOpened(false)
            goTo('settings')
          }}
        >
          {t('profile.choose')}
        </button>
      </Popover.Dropdown>
    </Popover>
  )
}

function SavedState() {
  const { t } = useWords()
  const progress = useStoreProgress()
  if (progress.phase === 'failed') {
    return (
      <span className="bad" role="alert">
        <IconAlertTriangle size={16} aria-hidden="true" />
        {t('status.store_failed')}
      </span>
    )
  }
  const { phase, done, total } = progress
  if (phase !== 'ready') {
    return (
      <span role="status">
        <IconLoader2 size={16} aria-hidden="true" />
        {phase === 'filling' ? t('status.filling', { done, total }) : t('status.reading', { done, total })}
      </span>
    )
  }
  return (
    <span className="good" role="status">
      <IconCircleCheck size={16} aria-hidden="true" />
      {t('status.saved', { count: progress.done })}
    </span>
  )
}
