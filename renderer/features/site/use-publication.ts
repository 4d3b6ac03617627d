import { useCallback, useEffect, useState } from 'react'
import type { PublicationState } from '#shared/posting/publication.ts'
import { settled } from '../../app/desk.ts'

/** How the publication on the site stands, as main tells it; null until it has. */
export function usePublication(): { readonly state: PublicationState | null; readonly load: () => Promise<void> } {
  const [state, setState] = useState<PublicationState | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.siteState({}))
    if (got.ok) setState(got.value)
  }, [])
  useEffect(() => {
    void load()
    return window.desk.onSiteTold(setState)
  }, [load])
  return { state, load }
}
