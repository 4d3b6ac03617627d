import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { entityId } from '#shared/change/action.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useWords } from '../../i18n/use-words.ts'
import { OfficialFieldset } from './OfficialFieldset.tsx'
import { OfficialReceivesPart } from './OfficialReceivesPart.tsx'
import { OfficialSubstitutes } from './OfficialSubstitutes.tsx'
import { OfficialWarnings } from './OfficialWarnings.tsx'
import { OfficialFields, officialFieldsOf, officialOf } from './official-form.ts'
import type { OfficialRow } from './official-rows.ts'

/** The form of an official. One whose list was taken back is added again by it, under the same id. */
export function OfficialDialog({ row, onClose }: { row: OfficialRow | null; onClose: () => void }) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  // One id however often the button is pressed: an act that reached the journal unheard is then a conflict, not a twin.
  const [newId] = useState(() => newRequestId())
  const id = row?.official.id ?? newId
  const officials = useOfficials()
  const others = useMemo(() => (officials ?? []).filter(one => one.id !== id), [officials, id])
  const form = useForm<OfficialFields>({
    resolver: zodResolver(OfficialFields),
    defaultValues: officialFieldsOf(row?.official ?? null),
  })
  const submit = form.handleSubmit(async typed => {
    const official = officialOf(typed, id)
    const done = await act({
      entity: row?.entity ?? entityId('official', newId),
      basedOn: row?.head ?? null,
      ...(row?.status === 'active'
        ? { type: 'official.changed', body: { official } }
        : { type: 'official.added', body: { official, batch: null } }),
    })
    if (done) onClose()
  })
  return (
    <Modal
      opened
      size={820}
      onClose={onClose}
      title={<b>{t(row === null ? 'directories.new_official' : 'directories.official')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form className="card-body" onSubmit={event => void submit(event)} noValidate>
        <OfficialFieldset form={form} />
        <OfficialReceivesPart form={form} />
        <OfficialSubstitutes form={form} others={others} />
        <OfficialWarnings form={form} id={id} others={others} />
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
