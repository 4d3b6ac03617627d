import type { ReactNode } from 'react'
import { Badge } from '../../../components/Badge.tsx'

/** A titled part of the card. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** A term and what stands beside it; nothing where there is nothing to say. */
export function Fact({ label, text, wrong = null }: { label: string; text: string; wrong?: string | null }) {
  if (text === '' && wrong === null) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {text} {wrong === null ? null : <Badge tone="amber">{wrong}</Badge>}
      </dd>
    </>
  )
}
