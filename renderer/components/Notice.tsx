import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { AppError } from '#shared/result/result.ts'
import { useWords } from '../i18n/use-words.ts'

export type NoticeTone = 'sky' | 'amber' | 'green' | 'red'

const ICONS = { sky: IconInfoCircle, amber: IconAlertTriangle, green: IconCircleCheck, red: IconCircleX } as const

/** A sentence that stays until its cause is gone. */
export function Notice({ tone, children }: { tone: NoticeTone; children: ReactNode }) {
  const Icon = ICONS[tone]
  return (
    <div className={`notice ${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      <Icon size={19} stroke={1.8} aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}

/** An expected error with what to do next; nothing where there is none. */
export function ErrorNotice({ error }: { error: AppError | null }) {
  const { errorText } = useWords()
  return error === null ? null : <Notice tone="red">{errorText(error)}</Notice>
}
