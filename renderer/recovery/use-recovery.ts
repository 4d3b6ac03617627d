import { useCallback, useEffect, useState } from 'react'
import type { RecoveryState } from '#shared/recovery/model.ts'
import { settled } from '../app/desk.ts'
import { changeWords } from '../i18n/i18n.ts'

/** So long the page waits before it asks once more, in milliseconds. */
const AGAIN = 2_000

/** What main found at the start that failed, and how to ask again. Null until it is known. */
export function useRecovery(): { state: RecoveryState | null; look: () => Promise<void> } {
  const [state, setState] = useState<RecoveryState | null>(null)
  const look = useCallback(async () => {
    const got = await settled(window.desk.recoveryState({}))
    if (!got.ok) {
      setTimeout(() => void look(), AGAIN)
      return
    }
    await changeWords(got.value.language)
    setState(got.value)
  }, [])
  useEffect(() => {
    void look()
    return window.desk.onLanguageChanged(({ language }) => void changeWords(language))
  }, [look])
  return { state, look }
}
