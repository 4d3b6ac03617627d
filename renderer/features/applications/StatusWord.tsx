import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBan,
  IconCalendarPlus,
  IconCircleCheck,
  IconClock,
  IconFileOff,
  IconUserX,
} from '@tabler/icons-react'
import type { Outcome } from '#shared/application/model.ts'

const SIGNS = {
  received: { Icon: IconCircleCheck, tone: 'green' },
  pending: { Icon: IconClock, tone: 'sky' },
  extended: { Icon: IconCalendarPlus, tone: 'sky' },
  no_show: { Icon: IconUserX, tone: 'amber' },
  withdrawn: { Icon: IconArrowBackUp, tone: 'plain' },
  left_without_consideration: { Icon: IconFileOff, tone: 'plain' },
  refused_competence: { Icon: IconBan, tone: 'plain' },
  refused_repeat: { Icon: IconBan, tone: 'plain' },
  terminated: { Icon: IconBan, tone: 'plain' },
  returned: { Icon: IconArrowBackUp, tone: 'plain' },
  forwarded: { Icon: IconArrowForwardUp, tone: 'plain' },
} as const satisfies Record<Outcome, unknown>

/** The state of an application: a sign and a word; the colour only helps. */
export function StatusWord({ outcome, text }: { outcome: Outcome; text: string }) {
  const { Icon, tone } = SIGNS[outcome]
  return (
    <span className={`status-word ${tone}`}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      <span>{text}</span>
    </span>
  )
}
