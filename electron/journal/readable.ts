import type { Action, EntityId } from '#shared/change/action.ts'
import { isReadable } from '#shared/change/project-view.ts'
import type { Journal } from './types.ts'

/**
 * The actions of an entity that this program can fold, in arrival order. Main folds nothing else: what a newer program
 * of another desk wrote changes nothing here, as in the store, until this desk is updated.
 */
export async function readableActionsOf(journal: Pick<Journal, 'actionsOf'>, entity: EntityId): Promise<Action[]> {
  return (await journal.actionsOf(entity)).filter(isReadable)
}
