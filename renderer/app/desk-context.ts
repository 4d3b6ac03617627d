import { createContext, useContext } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { StartState } from '#shared/ipc/contract.ts'

/** How the screen is lit. */
export type Lighting = 'light' | 'dark' | 'system'

/** What every screen may ask of the desk it stands in. */
export interface Desk {
  readonly start: StartState
  /** Takes over what main answered after the first run. */
  readonly adopt: (start: StartState) => void
  readonly speak: (language: Language) => void
  readonly lighting: Lighting
  readonly light: (lighting: Lighting) => void
}

export const DeskContext = createContext<Desk | null>(null)

/** The desk of this page. Throws outside of it: a screen without a desk is a fault. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('no desk around this screen')
  return desk
}
