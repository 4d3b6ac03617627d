import { Button, MantineProvider } from '@mantine/core'
import { useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { RecoveryAct, RecoveryState } from '#shared/recovery/model.ts'
import { BrandMark } from '../app/BrandMark.tsx'
import { settled } from '../app/desk.ts'
import { LOOK, styleNonce } from '../app/look.ts'
import { LanguageChoice } from '../components/LanguageChoice.tsx'
import { ErrorNotice, Notice } from '../components/Notice.tsx'
import { type Call, useCall } from '../components/use-call.ts'
import { changeWords } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { ByPaper } from './ByPaper.tsx'
import { FoundList } from './FoundList.tsx'
import { Restoring } from './Restoring.tsx'
import { useRecovery } from './use-recovery.ts'

/** A start that failed: what happened, what is safe, what to press. It knows nothing of anybody and opens no store. */
export function RecoveryPage() {
  const { state, look } = useRecovery()
  if (state === null) return null
  const { theme } = state
  return (
    <MantineProvider
      theme={LOOK}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(theme === 'system' ? {} : { forceColorScheme: theme })}
    >
      <Shown state={state} look={look} />
    </MantineProvider>
  )
}

function Shown({ state, look }: { state: RecoveryState; look: () => Promise<void> }) {
  const { t } = useWords()
  const speak = (language: Language) => {
    void changeWords(language)
    void settled(window.desk.appSetLanguage({ language }))
  }
  return (
    <main className="alone recovery">
      <header className="alone-top">
        <BrandMark />
        <LanguageChoice speak={speak} />
      </header>
      <section className="card recovery-card" aria-labelledby="recovery-title">
        <div role="alert">
          <h1 id="recovery-title">{t('recovery.title')}</h1>
          <p className="recovery-what">{t(`recovery.what.${state.case}`, state.params)}</p>
        </div>
        <FoundList state={state} />
        <h2>{t('recovery.press')}</h2>
        <p>{t(`recovery.do.${state.case}`, state.params)}</p>
        <Acts state={state} look={look} />
      </section>
      <p className="mute recovery-foot">{t('settings.version', { version: state.version })}</p>
    </main>
  )
}

/** What can be pressed here and now; the first helps most. */
function Acts({ state, look }: { state: RecoveryState; look: () => Promise<void> }) {
  const { t } = useWords()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const [failed, setFailed] = useState(false)
  const [isPaper, setPaper] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const tried = async (opened: boolean | undefined) => {
    setFailed(opened === false)
    if (opened === false) await look()
  }
  const press: Record<RecoveryAct, () => Promise<void>> = {
    again: async () => tried((await call.run(() => window.desk.recoveryAgain({})))?.opened),
    paper: async () => setPaper(!isPaper),
    restore: async () => setRestoring(true),
    rescue: async () => setSaved(await call.run(() => window.desk.recoveryRescue({}))),
    report: async () => setSaved(await call.run(() => window.desk.recoveryReport({}))),
  }
  return (
    <>
      <div className="buttons">
        {state.acts.map((act, place) => (
          <Button
            key={act}
            {...(place === 0 ? {} : { variant: 'default' })}
            loading={call.busy && act !== 'paper' && act !== 'restore'}
            aria-expanded={act === 'paper' ? isPaper : undefined}
            onClick={() => {
              setFailed(false)
              setSaved(null)
              void press[act]()
            }}
          >
            {t(`recovery.act.${act}`)}
          </Button>
        ))}
      </div>
      {isPaper && state.acts.includes('paper') ? <ByPaper onTried={opened => void tried(opened)} /> : null}
      {isRestoring ? (
        <Restoring
          copies={state.copies}
          onEnd={() => {
            setRestoring(false)
            void look()
          }}
        />
      ) : null}
      <Told call={call} saved={saved} failed={failed} />
    </>
  )
}

function Told({ call, saved, failed }: { call: Call; saved: Saved | null; failed: boolean }) {
  const { t } = useWords()
  return (
    <>
      {failed ? <Notice tone="amber">{t('recovery.still')}</Notice> : null}
      {saved?.state === 'saved' ? <Notice tone="green">{t('saved.done', { path: saved.path })}</Notice> : null}
      {saved?.state === 'canceled' ? <Notice tone="sky">{t('saved.canceled')}</Notice> : null}
      <ErrorNotice error={call.error} />
    </>
  )
}
