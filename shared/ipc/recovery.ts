import { z } from 'zod'
import { RecoveryPerson, RecoveryState } from '../recovery/model.ts'
import { NewPassword } from './access.ts'
import { Saved } from './documents.ts'

const Nothing = z.strictObject({})
const Paper = z.string().min(1).max(120)

/** Whether the desk stands open now; its window then takes the place of this page. */
const Opened = z.strictObject({ opened: z.boolean() })

/** For the page of a failed start only; none of them is served while a desk stands open. */
export const RECOVERY_CHANNELS = {
  'recovery.state': { args: Nothing, result: RecoveryState },
  /** Starts again without a new start of the program. */
  'recovery.again': { args: Nothing, result: Opened },
  /**
   * Opens with the key on paper and protects the office key by this machine anew. Where the desk has passwords nothing is
   * written yet: `people` are its administrators, of whom one is chosen. Throws `access.wrong_paper`, `start.*`.
   */
  'recovery.paper': {
    args: z.strictObject({ paper: Paper }),
    result: Opened.extend({ people: z.array(RecoveryPerson) }),
  },
  /** The same for a desk with passwords: this administrator enters by this password from now on, the others get new ones. */
  'recovery.admit': {
    args: z.strictObject({ paper: Paper, user: z.string().min(1).max(80), password: NewPassword }),
    result: Opened,
  },
  /** Asks for a folder and saves everything of the data folder there as one sealed file, read back. No key is needed. */
  'recovery.rescue': { args: Nothing, result: Saved },
  /** Saves the report where the person says: codes, sizes, versions and lines of the log, nothing of people. */
  'recovery.report': { args: Nothing, result: Saved },
} as const
