import { z } from 'zod'
import { Bilingual } from '../official/model.ts'
import { PlainTime } from '../time/plain-date.ts'

/** How loud the hall is called in a part of the day, in percent; outside every part it is silent. */
export const Loudness = z
  .strictObject({ from: PlainTime, to: PlainTime, percent: z.int().min(0).max(100) })
  .refine(({ from, to }) => from < to, { path: ['to'] })
export type Loudness = z.infer<typeof Loudness>

/** How the screen of the hall looks and sounds. Nothing in it is of a person. */
export const HallSettings = z.strictObject({
  languages: z.enum(['both', 'kk', 'ru']),
  theme: z.enum(['light', 'dark']),
  /** Minutes after which a call leaves the screen once the visitor came in or missed it. */
  leaveAfter: z.int().min(1).max(60),
  /** Text that runs below; empty: none. */
  text: z.strictObject({ kk: z.string().trim().max(400), ru: z.string().trim().max(400) }),
  /** Whether the text moves; else it stands. */
  moves: z.boolean(),
  chime: z.boolean(),
  /** Whether a voice of the system speaks, in a language for which one is installed. */
  voice: z.boolean(),
  /** How often a call sounds. */
  times: z.int().min(1).max(3),
  /** Whether the whole line of a new call flashes, for those who do not hear. */
  flash: z.boolean(),
  loudness: z.array(Loudness).max(6),
})
export type HallSettings = z.infer<typeof HallSettings>

/** The screen of the hall before anybody has set it. */
export const USUAL_HALL: HallSettings = {
  languages: 'both',
  theme: 'light',
  leaveAfter: 10,
  text: { kk: '', ru: '' },
  moves: true,
  chime: true,
  voice: true,
  times: 2,
  flash: true,
  loudness: [{ from: PlainTime.parse('08:00'), to: PlainTime.parse('20:00'), percent: 70 }],
}

/** Lines in large type, and those below them in small. */
export const LARGE_CALLS = 6
export const SMALL_CALLS = 8

/** A call as the hall sees it: a number and a room. */
export const HallCall = z.strictObject({
  /** Ticket as it is called, `letter-014`. */
  ticket: z.string().regex(/^[\u0400-\u04FF]-\d{3,4}$/),
  room: z.string().min(1).max(40),
  /** Instant of the call, UTC, ISO: a recall has a new one. */
  at: z.iso.datetime(),
  isNew: z.boolean(),
})
export type HallCall = z.infer<typeof HallCall>

/** What the hall is told of the line of the day. */
export const HallBoard = z.strictObject({
  /** Newest call first. */
  calls: z.array(HallCall).max(LARGE_CALLS + SMALL_CALLS),
  /** Visitors who wait. */
  waiting: z.int().nonnegative(),
  /** What one who comes now is to expect: minutes, the light against the promise, and the promise in minutes. */
  wait: z.strictObject({
    from: z.int().nonnegative(),
    to: z.int().nonnegative(),
    light: z.enum(['green', 'amber', 'red']),
    promise: z.int(),
  }),
})
export type HallBoard = z.infer<typeof HallBoard>

/** All that main sends to the page of the hall. */
export const HallView = z.strictObject({
  /** Believed time of the desk as it sends, milliseconds since 1970. */
  now: z.int(),
  office: Bilingual,
  settings: HallSettings,
  /** Null: the desk has hidden the calls, and only the office's name is shown. */
  board: HallBoard.nullable(),
})
export type HallView = z.infer<typeof HallView>

/** Where the screen of the hall stands, as the desk is told. */
export const HallScreen = z.strictObject({
  isOpen: z.boolean(),
  isHidden: z.boolean(),
  /** Displays beside that of the desk; the chosen one is where the screen of the hall opens. */
  displays: z.array(z.strictObject({ id: z.number(), width: z.int(), height: z.int(), isChosen: z.boolean() })),
  /** Why it closed by itself. */
  told: z.enum(['display_gone', 'page_gone']).nullable(),
})
export type HallScreen = z.infer<typeof HallScreen>
