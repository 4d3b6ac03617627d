import { afterEach, beforeEach, expect, it } from 'vitest'
import { letterOf } from '#electron/desk/registrations.ts'
import { lettersOf } from '#electron/sync/office-desks.ts'
import { entityId } from '#shared/change/action.ts'
import { ticketText } from '#shared/visit/number.ts'
import { type Desk, openDesk, opening } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'
import { visitRig } from './visit-rig.ts'

const rig = visitRig()
const refused = (code: string, params?: object) => ({ detail: params === undefined ? { code } : { code, params } })

let other: Desk
beforeEach(async () => {
  other = await openDesk({
    files: new MemoryFiles(),
    now: () => Date.now(),
    office: { keys: rig.state.desk().keys } as Desk,
  })
})
afterEach(() => other.journal.close())

/** The other desk opens with a letter, and this one hears of it. */
async function heardOf(letter: string): Promise<void> {
  const { journal } = other
  await journal.append([{ ...opening(other, letter), date: rig.state.actor().date }])
  const payloads = await journal.sealed(journal.installation, { after: 0, limit: 10, bytes: 100_000 })
  await rig.state.desk().gate.take(journal.installation, payloads)
}

const own = () => entityId('desk', rig.state.desk().journal.installation)
const letter = (value: string, entity = own()) => rig.byHand(entity, 'desk.lettered', { letter: value })
const ticketOf = async (number: number) => {
  const { entity } = await rig.come(number, await rig.registeredEntity(number))
  const { checkIn } = await rig.visitOf(entity)
  return checkIn === null ? '' : ticketText(checkIn.ticket)
}

it('of two desks with one letter this one takes another: numbers go on with it, those given stay', async () => {
  expect(await ticketOf(1)).toBe('А-001')
  await heardOf('А')
  await letter('Б')
  expect(await ticketOf(2)).toBe('Б-002')
  const { journal } = rig.state.desk()
  expect(await letterOf(journal)).toMatchObject({ letter: 'Б' })
  // The letter it had is given to no desk that joins.
  expect(await lettersOf(journal)).toEqual(['А', 'Б'])
})

it('is refused where nobody else has the letter, where another desk has or had the new one, and for another desk', async () => {
  await expect(letter('Б')).rejects.toMatchObject(refused('desk.letter_own'))
  await heardOf('А')
  await expect(letter('А')).rejects.toMatchObject(refused('desk.letter_taken', { letter: 'А' }))
  const theirs = entityId('desk', other.journal.installation)
  await expect(letter('Б', theirs)).rejects.toMatchObject(refused('change.wrong_entity'))
  await letter('Б')
  await expect(letter('В')).rejects.toMatchObject(refused('desk.letter_own'))
})
