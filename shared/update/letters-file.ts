import { z } from 'zod'
import { LetterKind, LetterTemplate } from '../letter/model.ts'
import { templateKey } from '../letter/template-transitions.ts'
import { hasTemplate } from '../letter/templates.ts'
import { ProfileId } from '../office/model.ts'
import { fail, ok, type Result } from '../result/result.ts'

/** The text of a kind of letter under an act, as a pack carries it. */
export const PackTemplate = z.strictObject({ kind: LetterKind, profile: ProfileId, template: LetterTemplate })
export type PackTemplate = z.infer<typeof PackTemplate>

const LettersFile = z
  .strictObject({
    format: z.literal('qabyldau-letters'),
    version: z.literal(1),
    templates: z.array(PackTemplate).min(1).max(200),
  })
  .refine(({ templates }) => templates.every(({ kind, profile }) => hasTemplate(kind, profile)))
  .refine(
    ({ templates }) => new Set(templates.map(one => templateKey(one.kind, one.profile))).size === templates.length,
  )

/** Reads the texts of a pack: each of a letter its act knows, each once. Error: `update.content`. */
export function readLettersText(text: string): Result<readonly PackTemplate[]> {
  try {
    return ok(LettersFile.parse(JSON.parse(text)).templates)
  } catch {
    return fail('update.content')
  }
}

/** The text of a file with these templates. */
export function lettersFileText(templates: readonly PackTemplate[]): string {
  return `${JSON.stringify({ format: 'qabyldau-letters', version: 1, templates }, null, 2)}\n`
}
