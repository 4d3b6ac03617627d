import { MantineProvider } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { StartState } from '#shared/ipc/contract.ts'
import type { AppError } from '#shared/result/result.ts'
import { listenForTurns } from '../components/kazakh-letters.ts'
import { followClock } from '../components/office-clock.ts'
import { LockScreen } from '../features/access/LockScreen.tsx'
import { FirstRun } from '../features/first-run/FirstRun.tsx'
import { changeWords, startWords } from '../i18n/i18n.ts'
import { Boundary } from './Boundary.tsx'
import { DatesInLanguage } from './DatesInLanguage.tsx'
import { settled } from './desk.ts'
import { type Desk, DeskContext, type Lighting } from './desk-context.ts'
import { LOOK, styleNonce } from './look.ts'
import { OverLimit } from './OverLimit.tsx'
import { Refused } from './Refused.tsx'
import { StoredDesk } from './StoredDesk.tsx'

/** What a page begins with. */
export interface Begun {
  readonly start: StartState | null
  readonly error: AppError | null
  readonly lighting: Lighting
}

/** The page by what main found: the first-run form, the desk, or why it cannot be opened. */
export function App({ begun }: { begun: Begun }) {
  const [start, setStart] = useState(begun.start)
  const [lighting, setLighting] = useState(begun.lighting)
  const speak = useCallback((language: Language) => {
    void changeWords(language)
    void settled(window.desk.appSetLanguage({ language }))
  }, [])
  // Kazakh without a Kazakh layout, in every text field of every screen.
  useEffect(() => listenForTurns(document), [])
  // The menu is main's: what is chosen there is followed here.
  useEffect(() => window.desk.onLanguageChanged(({ language }) => void changeWords(language)), [])
  const desk = useMemo<Desk | null>(
    () => (start === null ? null : { start, adopt: setStart, speak, lighting, light: setLighting }),
    [start, speak, lighting],
  )
  return (
    <MantineProvider
      theme={LOOK}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(lighting === 'system' ? {} : { forceColorScheme: lighting })}
    >
      <DatesInLanguage>
        <Boundary>
          <OverLimit />
          {desk === null ? (
            <Refused error={begun.error ?? { code: 'ipc.failed', params: {} }} />
          ) : (
            <DeskContext value={desk}>
              <Phase start={desk.start} />
            </DeskContext>
          )}
        </Boundary>
      </DatesInLanguage>
    </MantineProvider>
  )
}

function Phase({ start }: { start: StartState }) {
  if (start.phase === 'first_run') return <FirstRun />
  if (start.phase === 'locked') return <LockScreen />
  return <StoredDesk />
}

/** Asks main what it found, and starts the words of its language. */
export async function begin(): Promise<Begun> {
  const started = await settled(window.desk.appStart({}))
  await startWords(started.ok ? started.value.language : 'kk')
  if (!started.ok) return { start: null, error: started.error, lighting: 'system' }
  followClock(started.value.now)
  const settings = await settled(window.desk.settingsGet({}))
  return { start: started.value, error: null, lighting: settings.ok ? settings.value.theme : 'system' }
}
