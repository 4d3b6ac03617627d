import { type ReactNode, useId } from 'react'

/** A titled part of a screen. `beside` stands at the end of the title's line. */
export function Card({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        {beside === undefined ? null : <span className="space" />}
        {beside}
      </header>
      {children}
    </section>
  )
}
