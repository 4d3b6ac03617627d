import type { ReactNode } from 'react'

/** Where there is nothing yet: what that means, and what to do next. */
export function EmptyScreen({ title, sentence, children }: { title: string; sentence: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      <p className="sentence mute">{sentence}</p>
      {children}
    </div>
  )
}
