import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Language } from '#shared/application/model.ts'
import { TalonShape } from '#shared/application/registration.ts'
import { Moment } from '#shared/application/working-time.ts'
import { HallSettings, USUAL_HALL } from '#shared/hall/model.ts'
import { writeAtomically } from '../journal/atomic-file.ts'
import { nodeFiles } from '../journal/file-system.ts'

const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

/** Where the screen of the hall stands: whether it is to, with its calls hidden or not, and on which display last. */
const HallPlace = z.object({
  isWanted: z.boolean(),
  isHidden: z.boolean(),
  display: z.object({ id: z.number(), x: z.int(), y: z.int(), width: z.int(), height: z.int() }).nullable(),
})
export type HallPlace = z.infer<typeof HallPlace>

/**
 * What is kept in `settings.json`, nothing personal. A value that is missing or damaged is the default again: settings
 * must never keep the desk from opening.
 */
const Settings = z.object({
  language: Language.catch('kk'),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  floorMegabytes: z.int().min(50).max(100_000).catch(500),
  talon: z.object({ shape: TalonShape, printer: z.string().max(200).nullable() }).catch({ shape: 'A5', printer: null }),
  looked: Moment.nullable().catch(null),
  window: WindowState.nullable().catch(null),
  backup: z
    .object({
      folder: z.string().min(1).max(1000).nullable(),
      checked: z.object({ at: z.iso.datetime(), name: z.string().max(120), isWhole: z.boolean() }).nullable(),
    })
    .catch({ folder: null, checked: null }),
  hall: HallSettings.catch(USUAL_HALL),
  hallPlace: HallPlace.catch({ isWanted: false, isHidden: false, display: null }),
})
export type Settings = z.infer<typeof Settings>

export interface SettingsStore {
  /** The settings of this moment. */
  readonly current: Settings
  /** Changes some and writes all, one write after another; resolves when they are on disk, where they may be written. */
  change(part: Partial<Settings>): Promise<void>
}

/**
 * Reads `settings.json` of a folder, which is made where it is missing. Never throws: what cannot be read is a default.
 * As long as the folder is not `accepted` (a newer program may have written it) changes are kept in memory only.
 */
export async function openSettings(folder: string, accepted: () => boolean): Promise<SettingsStore> {
  const file = path.join(folder, 'settings.json')
  // A folder that cannot be made is told by whoever keeps data in it.
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined)
  let current = await read(file)
  let writing: Promise<void> = Promise.resolve()
  return {
    get current() {
      return current
    },
    change(part) {
      current = Settings.parse({ ...current, ...part })
      if (!accepted()) return Promise.resolve()
      const bytes = Buffer.from(`${JSON.stringify(current, null, 2)}\n`)
      writing = writing.catch(() => undefined).then(() => writeAtomically(nodeFiles, file, bytes))
      return writing
    },
  }
}

async function read(file: string): Promise<Settings> {
  try {
    return Settings.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    // No file yet, or not one of ours: every default.
    return Settings.parse({})
  }
}
