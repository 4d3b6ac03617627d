import { type ReactNode, useState } from 'react'

/** A part that is closed until it is asked for; closed, nothing of it is in the page. */
export function Unfolding({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="letter-facts" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen ? children : null}
    </details>
  )
}
