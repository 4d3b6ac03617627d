import { z } from 'zod'
import { Absence } from '../absence/model.ts'
import { SiteProof } from '../posting/site-target.ts'
import {
  CalledIn,
  Coverage,
  HandedList,
  Invitation,
  InvitationAnswer,
  Preparation,
  RefusalReport,
} from '../reception/model.ts'
import { Helper } from '../reception-helper/model.ts'
import { Restriction } from '../restriction/model.ts'
import { MonthSchedule, PostingPlace, ScheduleChange } from '../schedule/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { ActionId } from './action.ts'

/** The version of the month a draft was begun on, or last brought onto; null: none stood. */
const Base = ActionId.nullable().default(null)

/** Schedules, the preparation of receptions, and who or what drops out. Part of `ACTION_TYPES`. */
export const PLANNING_TYPES = {
  'schedule.drafted': {
    noun: 'schedule',
    version: 1,
    body: z.strictObject({ schedule: MonthSchedule, base: Base }),
    personal: null,
  },
  'schedule.approved': {
    noun: 'schedule',
    version: 1,
    body: z.strictObject({
      schedule: MonthSchedule,
      base: Base,
      approvedBy: z.string().max(200),
      approvedOn: PlainDate,
      /** Approved with its whole quarter (KZ-2026 rule 19). */
      ofQuarter: z.boolean().default(false),
    }),
    personal: null,
  },
  /** An approved schedule became another one for a reason that needs no new approval. */
  'schedule.changed': {
    noun: 'schedule',
    version: 1,
    body: z.strictObject({ schedule: MonthSchedule, change: ScheduleChange }),
    personal: null,
  },
  /** A version hangs in the room, or stands on the site (clause 7). */
  'schedule.posted': {
    noun: 'schedule',
    version: 1,
    /** `site`: it was published by itself, and where; absent where a person says that it hangs or stands there. */
    body: z.strictObject({
      version: ActionId,
      where: PostingPlace,
      on: PlainDate,
      photo: z.string().trim().max(200),
      site: SiteProof.optional(),
    }),
    personal: null,
  },
  'reception.list_handed': {
    noun: 'reception',
    version: 1,
    body: z.strictObject({ list: HandedList }),
    personal: null,
  },
  /** Several bodies at once, each with its own letter and its own clocks. */
  'reception.invited': {
    noun: 'reception',
    version: 1,
    body: z.strictObject({ invitations: z.array(Invitation).min(1).max(60) }),
    personal: null,
  },
  'reception.answered': {
    noun: 'reception',
    version: 1,
    body: z.strictObject({ answer: InvitationAnswer }),
    personal: null,
  },
  'reception.refusal_reported': {
    noun: 'reception',
    version: 1,
    body: z.strictObject({ report: RefusalReport }),
    personal: null,
  },
  'reception.prepared': {
    noun: 'reception',
    version: 1,
    body: z.strictObject({ preparation: Preparation }),
    personal: null,
  },
  /** Clause 24. */
  'reception.covered': {
    noun: 'reception',
    version: 1,
    body: z.strictObject({ coverage: Coverage }),
    personal: null,
  },
  /** Clause 22. */
  'reception.called_in': {
    noun: 'reception',
    version: 1,
    body: z.strictObject({ calledIn: CalledIn }),
    personal: null,
  },
  'absence.set': { noun: 'absence', version: 1, body: z.strictObject({ absence: Absence }), personal: null },
  /** It was told by mistake, or is over before it began: what it moved is moved back where letters allow. */
  'absence.undone': { noun: 'absence', version: 1, body: z.strictObject({}), personal: null },
  'restriction.set': {
    noun: 'restriction',
    version: 1,
    body: z.strictObject({ restriction: Restriction }),
    personal: null,
  },
  'restriction.lifted': { noun: 'restriction', version: 1, body: z.strictObject({}), personal: null },
  'helper.set': { noun: 'helper', version: 1, body: z.strictObject({ helper: Helper }), personal: null },
} as const
