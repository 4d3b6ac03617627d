import { z } from 'zod'
import { FileReading } from '../calendar/file.ts'
import { LetterTemplate } from '../letter/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { PackTemplate } from '../update/letters-file.ts'
import { PackageKind, PackageManifest } from '../update/manifest.ts'
import { Version } from '../update/version.ts'

const Nothing = z.strictObject({})
const Token = z.string().regex(/^[0-9a-z]{16}$/)

/** A version of the program whose package is kept on this machine, whole. */
export const KeptVersion = z.strictObject({ version: Version, made: PlainDate, news: PackageManifest.shape.news })
export type KeptVersion = z.infer<typeof KeptVersion>

/** A text a pack changes: as the office has it (null: it is the product's own that nobody set), and as it would be. */
export const ChangedTemplate = z.strictObject({ ...PackTemplate.shape, before: LetterTemplate })
export type ChangedTemplate = z.infer<typeof ChangedTemplate>

/** What a chosen package says and would do, looked through to its last byte. */
export const FoundPackage = z.strictObject({
  token: Token,
  file: z.string().max(300),
  kind: PackageKind,
  name: z.string(),
  version: Version,
  made: PlainDate,
  news: PackageManifest.shape.news,
  /** The version at work itself: it is not installed, only kept for a return. */
  isOwn: z.boolean(),
  calendar: FileReading.nullable(),
  letters: z.array(ChangedTemplate).max(200).nullable(),
})
export type FoundPackage = z.infer<typeof FoundPackage>

/** `started`: the installer runs and the program ends; `told`: a person starts it; `kept`: nothing is to be run. */
export const UpdateBegun = z.strictObject({ state: z.enum(['started', 'told', 'kept']), path: z.string() })
export type UpdateBegun = z.infer<typeof UpdateBegun>

/** New versions of the program and packs of data, from a file and without a network. Part of `CHANNELS`. */
export const UPDATE_CHANNELS = {
  /** `back`: what may be returned to; `isOwnKept`: whether this version could be returned to later; `hasKeys`: whether any publisher is known. */
  'update.state': {
    args: Nothing,
    result: z.strictObject({
      version: z.string(),
      hasKeys: z.boolean(),
      isOwnKept: z.boolean(),
      back: KeptVersion.nullable(),
    }),
  },
  /** Asks for a package and looks it through; null: the dialog was closed. Nothing is changed. Throws `update.*`. */
  'update.choose': { args: Nothing, result: z.strictObject({ found: FoundPackage.nullable() }) },
  /** Keeps a chosen program, takes a copy of the journal, looks every byte through once more and begins the installer. */
  'update.install': { args: z.strictObject({ token: Token }), result: UpdateBegun },
  /** The same with the version before, where it reads the data as it is. Throws `update.no_return`, `update.*`. */
  'update.return': { args: z.strictObject({ version: Version }), result: UpdateBegun },
  /** Records what a chosen pack of data changes: all or nothing, as if set by hand. Throws `change.*`, `update.*`. */
  'update.accept': {
    args: z.strictObject({ token: Token }),
    result: z.strictObject({ changed: z.int().nonnegative() }),
  },
} as const
