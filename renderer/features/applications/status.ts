import type { DirectoryId } from '#shared/directory/model.ts'
import type { ApplicationListRow } from '../../db/query-types.ts'
import type { Translate } from '../../i18n/use-words.ts'

/** What of an application its state in words is made of. */
export type Stated = Pick<ApplicationListRow, 'status' | 'facts'>

/** The state of an application in words: of one registered here its status, of a refusal and an imported record the decision. */
export function statusText(
  { status, facts }: Stated,
  t: Translate,
  entryOf: (directory: DirectoryId, code: string | null) => string,
): string {
  switch (status) {
    case 'open':
    case 'incomplete':
    case 'refusal_proposed':
    case 'left':
    case 'returned':
    case 'forwarded':
    case 'received':
    case 'withdrawn':
      return t(`application.status.${status}`)
    default:
      return entryOf('outcome', facts.outcome)
  }
}
