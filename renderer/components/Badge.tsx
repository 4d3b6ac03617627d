import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type Tone = 'plain' | 'sky' | 'amber' | 'green' | 'red'

const ICONS = { plain: null, sky: IconInfoCircle, amber: IconAlertTriangle, green: IconCheck, red: IconX } as const

/** A state: a word, a sign and a colour, so that the colour never speaks alone. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = ICONS[tone]
  return (
    <span className={`badge ${tone}`}>
      {Icon === null ? null : <Icon size={14} stroke={2.2} aria-hidden="true" />}
      {children}
    </span>
  )
}
