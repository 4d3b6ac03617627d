import { z } from 'zod'
import { HallScreen, HallSettings, HallView } from '../hall/model.ts'

const Nothing = z.strictObject({})

/** The calls about the screen of the hall. */
export const HALL_CHANNELS = {
  /** For the page of the hall only: what it shows as it is loaded. */
  'hall.board': { args: Nothing, result: HallView },
  'hall.screen': { args: Nothing, result: HallScreen },
  /** Opens it on its display (or another one), as a window where there is only the desk's. */
  'hall.open': { args: z.strictObject({ display: z.number().nullable() }), result: HallScreen },
  'hall.close': { args: Nothing, result: HallScreen },
  /** Hides the calls, or shows them again. */
  'hall.hide': { args: z.strictObject({ isHidden: z.boolean() }), result: Nothing },
  'hall.settings': { args: Nothing, result: HallSettings },
  'hall.configure': { args: HallSettings, result: Nothing },
} as const

/** What main tells of it: the page of the hall what it shows, the desk where it stands. */
export const HALL_EVENTS = { 'hall.changed': HallView, 'hall.told': HallScreen } as const
