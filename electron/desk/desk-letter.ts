import { type Intent, keyOf } from '#shared/change/action.ts'
import type { BodyOf } from '#shared/change/action-types.ts'
import { type DeskState, foldDesk } from '#shared/desk/transitions.ts'
import type { DeskLetter } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import { rememberedOf } from '../sync/memory.ts'
import type { OpenDesk } from './open-desk.ts'

type LettersOfDesk = Pick<DeskState, 'letter' | 'letters'> & { readonly isOwn: boolean }

/**
 * A desk takes another letter where another desk has its letter too, here or on the server: its own, and one that no desk
 * prints, ever printed or holds there.
 * Numbers given before stay. Throws `change.wrong_entity`, `desk.letter_own`, `desk.letter_taken` (letter).
 */
export async function demandLetter(
  desk: OpenDesk,
  { entity, type }: Intent,
  { letter }: BodyOf<'desk.lettered'>,
): Promise<void> {
  const { journal } = desk
  if (keyOf(entity) !== journal.installation) throw new ExpectedError('change.wrong_entity', { type })
  const desks = await lettersOfDesks(journal)
  const own = desks.find(({ isOwn }) => isOwn)?.letter ?? null
  const held = (await rememberedOf(desk))?.letters ?? {}
  const isHeldByOther = (one: DeskLetter | null) =>
    one !== null && held[one] !== undefined && held[one] !== journal.installation
  const isShared = isHeldByOther(own) || desks.some(one => !one.isOwn && one.letter === own)
  if (!isShared) throw new ExpectedError('desk.letter_own')
  if (isHeldByOther(letter) || desks.some(({ letters }) => letters.includes(letter)))
    throw new ExpectedError('desk.letter_taken', { letter })
}

async function lettersOfDesks(journal: Journal): Promise<LettersOfDesk[]> {
  const desks: LettersOfDesk[] = []
  for (const entity of journal.entitiesOf('desk')) {
    const { letter, letters } = foldDesk(await readableActionsOf(journal, entity))
    desks.push({ letter, letters, isOwn: keyOf(entity) === journal.installation })
  }
  return desks
}
