import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demandLetter } from '#electron/desk/desk-letter.ts'
import { nextLetter } from '#electron/desk/go-on.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { memoryOf } from '#electron/sync/memory.ts'
import { entityId, InstallationId } from '#shared/change/action.ts'
import { DeskLetter } from '#shared/office/model.ts'
import { NO_MEMORY } from '#shared/sync/state.ts'
import { JoiningRig } from '#test/fault/joining-rig.ts'

const OTHER = InstallationId.parse('k3v9q0w8z1m5t7ab')

let rig: JoiningRig

beforeEach(async () => {
  rig = await JoiningRig.make()
})

afterEach(() => rig.end())

/** Whether this desk may take a letter, in the code it is refused by. */
function taking(letter: string): Promise<string> {
  const { office } = rig
  const entity = entityId('desk', office.journal.installation)
  const body = { letter: DeskLetter.parse(letter) }
  return demandLetter(office, { entity, type: 'desk.lettered', basedOn: null, body }, body).then(
    () => 'may',
    error => error.detail.code,
  )
}

/** What is remembered of who holds which letter on the server. */
async function held(letters: Record<string, InstallationId>): Promise<void> {
  const memory = await memoryOf(nodeFiles, path.join(rig.root, 'office'), rig.office)
  await memory.keep({ ...NO_MEMORY, letters: letters as never })
}

test('the letter of the only desk is its own, whatever it says', async () => {
  expect(await taking('Б')).toBe('desk.letter_own')
  await held({ А: rig.office.journal.installation })
  expect(await taking('Б')).toBe('desk.letter_own')
})

test('a desk whose letter another holds on the server takes one that nobody holds', async () => {
  await held({ А: OTHER, Б: OTHER })
  expect(await taking('Б')).toBe('desk.letter_taken')
  expect(await taking('В')).toBe('may')
})

test('a desk that goes on as another is given no letter that is held on the server', async () => {
  const { office } = rig
  const first = await nextLetter(office)
  await held({ [first]: OTHER })
  expect(await nextLetter(office)).not.toBe(first)
})
