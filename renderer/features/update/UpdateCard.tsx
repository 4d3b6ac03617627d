import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { has } from '#shared/access/rights.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import type { FoundPackage, UpdateBegun } from '#shared/ipc/updates.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PackageFound } from './PackageFound.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'

type State = ResultOf<'update.state'>

/** What came of an update: an installer, or so many years and texts that were changed. */
export type Outcome = { readonly begun: UpdateBegun } | { readonly changed: number }

/** The version at work; a new one, or a pack of data, from a file; and the way back. */
export function UpdateCard() {
  const { t } = useWords()
  const { start } = useDesk()
  const call = useCall()
  const [state, setState] = useState<State | null>(null)
  const [found, setFound] = useState<FoundPackage | null>(null)
  const [isReturning, setReturning] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.updateState({}))
    if (got.ok) setState(got.value)
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  if (state === null) return null
  const may = (right: 'office' | 'people') => !start.guarded || (start.user !== null && has(start.user.role, right))
  const choose = async () => {
    setOutcome(null)
    setFound((await call.run(() => window.desk.updateChoose({})))?.found ?? null)
  }
  const end = (done: Outcome | null) => {
    setFound(null)
    setReturning(false)
    setOutcome(done)
    void load()
  }
  return (
    <Card title={t('update.title')}>
      <div className="card-body">
        <p>{t('settings.version', { version: state.version })}</p>
        <p className="mute">{t('update.why')}</p>
        {state.hasKeys ? null : <Notice tone="amber">{t('update.no_keys')}</Notice>}
        {may('office') ? (
          <div className="buttons">
            <Button variant="default" loading={call.busy} disabled={!state.hasKeys} onClick={() => void choose()}>
              {t('update.choose')}
            </Button>
            {state.back !== null && may('people') ? (
              <Button variant="default" onClick={() => setReturning(true)}>
                {t('update.return')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {state.back === null ? <p className="mute">{t('update.no_back')}</p> : null}
        <ErrorNotice error={call.error} />
        {outcome === null ? null : <OutcomeNotice outcome={outcome} />}
      </div>
      {found === null ? null : (
        <PackageFound found={found} isOwnKept={state.isOwnKept} mayInstall={may('people')} onEnd={end} />
      )}
      {isReturning && state.back !== null ? <ReturnDialog back={state.back} onEnd={end} /> : null}
    </Card>
  )
}

function OutcomeNotice({ outcome }: { outcome: Outcome }) {
  const { t } = useWords()
  if ('changed' in outcome) return <Notice tone="green">{t('update.accepted', { count: outcome.changed })}</Notice>
  const { state, path } = outcome.begun
  if (state === 'kept') return <Notice tone="green">{t('update.kept')}</Notice>
  if (state === 'started') return <Notice tone="sky">{t('update.started')}</Notice>
  return (
    <Notice tone="green">
      {t('update.told', { path })}{' '}
      <button type="button" className="link" onClick={() => void window.desk.fileReveal({ path })}>
        {t('saved.reveal')}
      </button>
    </Notice>
  )
}
