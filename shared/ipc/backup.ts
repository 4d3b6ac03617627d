import { z } from 'zod'
import { BackupKind } from '../backup/model.ts'
import { InstallationId } from '../change/action.ts'
import { DeskLetter, Office, User } from '../office/model.ts'
import { AppError } from '../result/result.ts'
import { NewPassword } from './access.ts'

const Nothing = z.strictObject({})

/** Where copies lie: the program's own folder beside its data, and the one that was chosen (another disk, a share). */
export const CopyPlace = z.enum(['own', 'chosen'])
export type CopyPlace = z.infer<typeof CopyPlace>

/** A copy by the folder it lies in and the name of its file. */
export const CopyName = z.strictObject({ place: CopyPlace, name: z.string().min(1).max(120) })
export type CopyName = z.infer<typeof CopyName>

/** A copy of this desk. `records` is null where it was made of a desk that was not open. */
export const CopyFacts = z.strictObject({
  ...CopyName.shape,
  madeAt: z.string(),
  kind: BackupKind,
  records: z.int().nonnegative().nullable(),
  bytes: z.int().nonnegative(),
  app: z.string(),
  isWhole: z.boolean(),
})
export type CopyFacts = z.infer<typeof CopyFacts>

/** How the copies of this desk stand. */
export const BackupState = z.strictObject({
  folders: z.array(
    z.strictObject({ place: CopyPlace, path: z.string(), isReachable: z.boolean(), free: z.int().nonnegative() }),
  ),
  copies: z.array(CopyFacts),
  /** Why the last copy by itself was not made, or not carried to the chosen folder; null: it was. */
  failed: AppError.nullable(),
  /** When the newest copy was last opened and read whole (UTC), and what was found. */
  checked: z.strictObject({ at: z.string(), name: z.string(), isWhole: z.boolean() }).nullable(),
  /** Whether there is a key on paper: without it a copy opens on this computer only. */
  paper: z.boolean(),
  /** Whether a copy is being made at this moment. */
  busy: z.boolean(),
})
export type BackupState = z.infer<typeof BackupState>

/** A copy that was chosen to be put back, before it is opened. */
export const FoundCopy = z.strictObject({
  fileName: z.string(),
  madeAt: z.string(),
  kind: BackupKind,
  app: z.string(),
  records: z.int().nonnegative().nullable(),
  bytes: z.int().nonnegative(),
  installation: InstallationId.nullable(),
  /** Whether what opens this desk opens the copy; else the key on paper is asked for. */
  opensHere: z.boolean(),
})
export type FoundCopy = z.infer<typeof FoundCopy>

/** A copy that was put beside the desk, opened and counted. */
export const StagedCopy = z.strictObject({
  office: Office.shape.name.nullable(),
  /** Records that will stand, how many of them this desk has written since the copy, and how many it has now. */
  records: z.int().nonnegative(),
  joined: z.int().nonnegative(),
  present: z.int().nonnegative().nullable(),
  /** Whether something this desk has written does not follow and stays in the safety copy alone. */
  isCut: z.boolean(),
  /** The desk goes on as a new one of the office with this letter; null: as itself. */
  goesOn: DeskLetter.nullable(),
  people: z.int().nonnegative(),
  /** Administrators of whom one gets a password now; empty: what opens the desk goes on opening it. */
  administrators: z.array(User.pick({ id: true, name: true, position: true })),
})
export type StagedCopy = z.infer<typeof StagedCopy>

/** Copies of the data, and putting one back. Part of `CHANNELS`. */
export const BACKUP_CHANNELS = {
  'backup.state': { args: Nothing, result: BackupState },
  /** Makes one now, and carries it to the chosen folder. Throws `backup.*`, `file.*`. */
  'backup.make': { args: Nothing, result: CopyFacts },
  /** Asks for a folder on another disk or a share; `forget` gives up the one there is. False: the person closed the dialog. */
  'backup.folder': { args: z.strictObject({ forget: z.boolean() }), result: z.strictObject({ changed: z.boolean() }) },
  /** Reads a copy whole and opens every record. Throws `backup.*`. */
  'backup.check': {
    args: CopyName,
    result: z.strictObject({ records: z.int().nonnegative(), people: z.int().nonnegative() }),
  },
  /** Chooses a copy to put back; without a name the dialog asks for a file. Null: the person closed the dialog. */
  'backup.choose': {
    args: z.strictObject({ copy: CopyName.nullable() }),
    result: z.strictObject({ found: FoundCopy.nullable() }),
  },
  /** Puts the chosen copy beside the desk and opens it; nothing of the desk changes. Throws `backup.*`, `access.wrong_paper`. */
  'backup.stage': { args: z.strictObject({ paper: z.string().max(120).nullable() }), result: StagedCopy },
  /**
   * Decides: a copy of what stands now is made first, and the next start puts the chosen one in its place. The program ends
   * and begins anew.
   */
  'backup.restore': {
    args: z.strictObject({
      administrator: z.strictObject({ user: z.string().min(1).max(80), password: NewPassword }).nullable(),
    }),
    result: Nothing,
  },
  /** Gives up what was put beside the desk. */
  'backup.drop': { args: Nothing, result: Nothing },
} as const
