import type { JointParticipant, ReceptionKind, ReceptionMode, ScheduleChange } from '#shared/schedule/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

export const KIND_WORDS = {
  scheduled: 'schedule.kind.scheduled',
  off_schedule: 'schedule.kind.off_schedule',
  after_meeting: 'schedule.kind.after_meeting',
  same_day: 'schedule.kind.same_day',
} as const satisfies Record<ReceptionKind, LocaleKey>

export const MODE_WORDS = {
  in_person: 'schedule.mode.in_person',
  video: 'schedule.mode.video',
} as const satisfies Record<ReceptionMode, LocaleKey>

export const JOINT_WORDS = {
  executive_bodies: 'schedule.joint.executive_bodies',
  prosecutor: 'schedule.joint.prosecutor',
  internal_affairs: 'schedule.joint.internal_affairs',
  maslikhat: 'schedule.joint.maslikhat',
  public_council: 'schedule.joint.public_council',
  intelligentsia: 'schedule.joint.intelligentsia',
} as const satisfies Record<JointParticipant, LocaleKey>

export const CHANGE_WORDS = {
  absence: 'schedule.change.absence',
  restriction: 'schedule.change.restriction',
  instruction: 'schedule.change.instruction',
  meeting: 'schedule.change.meeting',
  same_day: 'schedule.change.same_day',
  undone: 'schedule.change.undone',
} as const satisfies Record<ScheduleChange['code'], LocaleKey>
