import { type Intent, keyOf } from '#shared/change/action.ts'
import type { BodyOf } from '#shared/change/action-types.ts'
import { type DeskState, foldDesk } from '#shared/desk/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

type LettersOfDesk = Pick<DeskState, 'letter' | 'letters'> & { readonly isOwn: boolean }

/**
 * A desk takes another letter where another desk has its letter too: its own, and one that no desk prints or ever printed.
 * Numbers given before stay. Throws `change.wrong_entity`, `desk.letter_own`, `desk.letter_taken` (letter).
 */
export async function demandLetter(
  journal: Journal,
  { entity, type }: Intent,
  { letter }: BodyOf<'desk.lettered'>,
): Promise<void> {
  if (keyOf(entity) !== journal.installation) throw new ExpectedError('change.wrong_entity', { type })
  const desks = await lettersOfDesks(journal)
  const own = desks.find(({ isOwn }) => isOwn)?.letter ?? null
  if (!desks.some(one => !one.isOwn && one.letter === own)) throw new ExpectedError('desk.letter_own')
  if (desks.some(({ letters }) => letters.includes(letter))) throw new ExpectedError('desk.letter_taken', { letter })
}

async function lettersOfDesks(journal: Journal): Promise<LettersOfDesk[]> {
  const desks: LettersOfDesk[] = []
  for (const entity of journal.entitiesOf('desk')) {
    const { letter, letters } = foldDesk(await readableActionsOf(journal, entity))
    desks.push({ letter, letters, isOwn: keyOf(entity) === journal.installation })
  }
  return desks
}
