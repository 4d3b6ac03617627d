import { Loader, NativeSelect } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CopyFacts, FoundCopy, StagedCopy } from '#shared/ipc/backup.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NewPasswordFields, usePasswords } from '../access/NewPasswordFields.tsx'
import { PaperField } from '../access/PaperField.tsx'
import { megabytes, momentText } from './backup-words.ts'

/** Putting a copy back, step by step: chosen and read, opened beside the desk, decided. Until the last press nothing changes. */
export function RestoreDialog({ copy, onClose }: { copy: CopyFacts | null; onClose: () => void }) {
  const [found, setFound] = useState<FoundCopy | null>(null)
  const [staged, setStaged] = useState<StagedCopy | null>(null)
  const close = () => {
    void window.desk.backupDrop({})
    onClose()
  }
  if (found === null) return <Choose copy={copy} onFound={setFound} onClose={close} />
  if (staged === null) return <OpenCopy found={found} onStaged={setStaged} onClose={close} />
  return <Decide staged={staged} onClose={close} />
}

function Choose({
  copy,
  onFound,
  onClose,
}: {
  copy: CopyFacts | null
  onFound: (found: FoundCopy) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const call = useCall()
  const begun = useRef(false)
  const choose = async () => {
    const asked = copy === null ? null : { place: copy.place, name: copy.name }
    const got = await call.run(() => window.desk.backupChoose({ copy: asked }))
    if (got?.found) onFound(got.found)
    else if (got !== null) onClose()
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void choose()
  })
  return (
    <Confirm
      title={t('backup.restore_title')}
      act={t('backup.restore_file')}
      call={call}
      onAct={() => void choose()}
      onClose={onClose}
    >
      {call.busy ? <Loader aria-label={t('backup.opening')} /> : null}
    </Confirm>
  )
}

function OpenCopy({
  found,
  onStaged,
  onClose,
}: {
  found: FoundCopy
  onStaged: (staged: StagedCopy) => void
  onClose: () => void
}) {
  const words = useWords()
  const { t, language } = words
  const call = useCall()
  const [paper, setPaper] = useState('')
  const open = async () => {
    const got = await call.run(() => window.desk.backupStage({ paper: found.opensHere ? null : paper }))
    if (got !== null) onStaged(got)
  }
  return (
    <Confirm
      title={t('backup.restore_title')}
      act={t('backup.open')}
      call={call}
      allowed={found.opensHere || paper !== ''}
      onAct={() => void open()}
      onClose={onClose}
    >
      <p>
        {t('backup.found', {
          when: momentText(found.madeAt, words),
          size: megabytes(found.bytes, language),
        })}
      </p>
      {found.opensHere ? null : (
        <>
          <p>{t('backup.unlock')}</p>
          <PaperField value={paper} onChange={setPaper} />
        </>
      )}
      {call.busy ? <p className="mute">{t('backup.opening')}</p> : null}
    </Confirm>
  )
}

function Decide({ staged, onClose }: { staged: StagedCopy; onClose: () => void }) {
  const { t, pick } = useWords()
  const call = useCall()
  const passwords = usePasswords()
  const [user, setUser] = useState(staged.administrators[0]?.id ?? '')
  const [isDone, setDone] = useState(false)
  const asksPassword = staged.administrators.length > 0
  const decide = async () => {
    const administrator = asksPassword ? { user, password: passwords.password } : null
    if ((await call.run(() => window.desk.backupRestore({ administrator }))) !== null) setDone(true)
  }
  return (
    <Confirm
      title={t('backup.restore_title')}
      act={t('backup.decide')}
      call={call}
      allowed={!isDone && (!asksPassword || (user !== '' && passwords.ready))}
      onAct={() => void decide()}
      onClose={onClose}
    >
      <p>{t('backup.staged', { office: staged.office ? pick(staged.office) : '', records: staged.records })}</p>
      {staged.joined > 0 ? <p>{t('backup.staged_joined', { count: staged.joined })}</p> : null}
      {staged.isCut ? <Notice tone="amber">{t('backup.staged_cut')}</Notice> : null}
      {staged.goesOn === null ? null : <p>{t('backup.staged_goes_on', { letter: staged.goesOn })}</p>}
      <p>{t('backup.staged_safe')}</p>
      {asksPassword ? (
        <>
          <p>{t('backup.new_password')}</p>
          <NativeSelect
            label={t('backup.administrator')}
            data={staged.administrators.map(({ id, name }) => ({ value: id, label: name }))}
            value={user}
            onChange={event => setUser(event.currentTarget.value)}
          />
          <NewPasswordFields passwords={passwords} />
        </>
      ) : null}
      {isDone ? <Notice tone="green">{t('backup.restarting')}</Notice> : null}
    </Confirm>
  )
}
