import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { OfficeCode, ServerAddress } from '#shared/sync/address.ts'
import type { SyncStatus } from '#shared/sync/status.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Where the office's server is, and the password of this desk's account there. */
export function ServerDialog({ status, onEnd }: { status: SyncStatus; onEnd: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [address, setAddress] = useState(status.server?.address ?? 'https://')
  const [office, setOffice] = useState(status.server?.office ?? '')
  const [password, setPassword] = useState('')
  const [authority, setAuthority] = useState('')
  const typed = { address: ServerAddress.safeParse(address.trim()), office: OfficeCode.safeParse(office.trim()) }
  const begin = async () => {
    const { address, office } = typed
    if (!address.success || !office.success) return
    const asked = { address: address.data, office: office.data, password, authority: authority.trim() || null }
    if ((await call.run(() => window.desk.syncSetServer(asked))) !== null) onEnd()
  }
  const isWrong = (text: string, isRight: boolean) => (text.length > 8 && !isRight ? t('desks.address_form') : null)
  return (
    <Confirm
      title={t('desks.server')}
      act={t('desks.begin')}
      call={call}
      size={640}
      allowed={typed.address.success && typed.office.success && password !== ''}
      onAct={() => void begin()}
      onClose={onEnd}
    >
      <p>{t('desks.server_why')}</p>
      <TextInput
        label={t('desks.address')}
        value={address}
        error={isWrong(address, typed.address.success)}
        onChange={event => setAddress(event.currentTarget.value)}
      />
      <TextInput
        label={t('desks.office')}
        description={t('desks.office_why')}
        value={office}
        onChange={event => setOffice(event.currentTarget.value)}
      />
      <p>
        {t('desks.account')} <code className="desks-id">{`desk-${status.installation}`}</code>
      </p>
      <PasswordInput
        label={t('desks.password')}
        value={password}
        autoComplete="off"
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <Textarea
        label={t('desks.authority')}
        description={t('desks.authority_why')}
        value={authority}
        autosize
        minRows={2}
        maxRows={6}
        onChange={event => setAuthority(event.currentTarget.value)}
      />
    </Confirm>
  )
}
