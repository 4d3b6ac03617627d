import { intentNow } from '#electron/desk/act.ts'
import { official } from '#test/fixtures/schedule.ts'
import type { TemporaryDesk } from './temporary-desk.ts'

/** Invented officials of a desk that is set up: nobody is booked with one whom the directory does not have. */
export async function addOfficials({ state }: Pick<TemporaryDesk, 'state'>, ids: readonly string[]): Promise<void> {
  const { gate, journal } = state.desk()
  const acts = ids.map(id => ({
    intent: intentNow(journal, 'official', id, 'official.added', {
      official: official(id, 'akim', null),
      batch: null,
    }),
  }))
  await gate.act(acts, state.actor())
}
