import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { StandsThere } from '#shared/ipc/site.ts'
import type { PublicationState } from '#shared/posting/publication.ts'
import { SITE_KINDS } from '#shared/posting/site-target.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PublicationStanding } from './PublicationStanding.tsx'
import { ServerFields } from './ServerFields.tsx'
import { askedOf, fieldsOf, KIND_WORDS, type SiteFields } from './site-form.ts'
import { monthsText } from './site-words.ts'
import { usePublication } from './use-publication.ts'
import './site.css'

/** Where the posted schedule is published by itself: the place, a trial of it, and what stands there. */
export function SiteCard() {
  const { t } = useWords()
  const { state, load } = usePublication()
  if (state === null) return null
  return (
    <Card title={t('publish.title')}>
      <div className="card-body stack">
        <p className="mute">{t('publish.why')}</p>
        <SiteForm state={state} onKept={load} />
        {state.target === null && state.failed === null ? null : <PublicationStanding state={state} />}
      </div>
    </Card>
  )
}

type Tried = { readonly there: StandsThere | null }

function SiteForm({ state, onKept }: { state: PublicationState; onKept: () => Promise<void> }) {
  const words = useWords()
  const { t } = words
  const call = useCall()
  const [fields, setFields] = useState<SiteFields>(() => fieldsOf(state))
  const [told, setTold] = useState<Tried | 'kept' | null>(null)
  const change = (part: Partial<SiteFields>) => {
    setTold(null)
    call.forget()
    setFields({ ...fields, ...part })
  }
  const asked = askedOf(fields)
  const attempt = async () => {
    setTold(null)
    if (asked !== null) setTold(await call.run(() => window.desk.siteTry(asked)))
  }
  const keep = async () => {
    setTold(null)
    const kept = await call.run(() => window.desk.siteConfigure({ asked }))
    if (kept === null) return
    setFields(fieldsOf(kept))
    setTold('kept')
    await onKept()
  }
  return (
    <>
      <NativeSelect
        label={t('publish.kind')}
        value={fields.kind}
        data={(['none', ...SITE_KINDS] as const).map(kind => ({ value: kind, label: t(KIND_WORDS[kind]) }))}
        onChange={event => {
          const chosen = event.currentTarget.value
          change({ kind: SITE_KINDS.find(kind => kind === chosen) ?? 'none' })
        }}
      />
      {fields.kind === 'folder' ? <FolderField folder={fields.folder} onChosen={folder => change({ folder })} /> : null}
      {fields.kind === 'web' || fields.kind === 'couch' ? (
        <ServerFields kind={fields.kind} fields={fields} hasPassword={state.hasPassword} onChange={change} />
      ) : null}
      <div className="buttons">
        {fields.kind === 'none' ? null : (
          <Button variant="default" loading={call.busy} disabled={asked === null} onClick={() => void attempt()}>
            {t('publish.try')}
          </Button>
        )}
        <Button loading={call.busy} disabled={asked === null && fields.kind !== 'none'} onClick={() => void keep()}>
          {t('act.keep')}
        </Button>
      </div>
      {told === 'kept' ? <Notice tone="green">{t('settings.kept')}</Notice> : null}
      {told === null || told === 'kept' ? null : (
        <Notice tone="green">
          {told.there === null
            ? t('publish.tried.empty')
            : t('publish.tried', { months: monthsText(told.there.months, words) })}
        </Notice>
      )}
      <ErrorNotice error={call.error} />
    </>
  )
}

function FolderField({ folder, onChosen }: { folder: string; onChosen: (folder: string) => void }) {
  const { t } = useWords()
  const call = useCall()
  const choose = async () => {
    const got = await call.run(() => window.desk.siteFolder({}))
    if (got?.folder) onChosen(got.folder)
  }
  return (
    <div className="stack">
      <b>{t('publish.folder')}</b>
      {folder === '' ? (
        <p className="mute">{t('publish.folder.none')}</p>
      ) : (
        <code className="site-place">{folder}</code>
      )}
      <div className="buttons">
        <Button variant="default" loading={call.busy} onClick={() => void choose()}>
          {t('publish.folder.choose')}
        </Button>
      </div>
      <ErrorNotice error={call.error} />
    </div>
  )
}
