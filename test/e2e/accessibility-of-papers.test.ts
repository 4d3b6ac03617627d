import { test } from 'vitest'
import { inspect } from './pages/inspector.ts'
import { walk } from './pages/look-at.ts'
import { registerAtDesk } from './pages/registering.ts'
import { DECISIONS } from './pages/walk-decisions.ts'
import { LETTER_SURNAME, LETTERS } from './pages/walk-letters.ts'
import { PLANNER, seedPlanned } from './pages/walk-planner.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

test('the decisions of a card break no WCAG 2.2 AA either: every form with what stands against it, and what was decided', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const person = { surname: 'Әбдіғалиева', given: 'Ұлжан', iin: '850101400011' }
  for (const essence of ['Тұрғын үй кезегіндегі орным туралы сұраймын', 'Тұрғын үй кезегі туралы тағы сұраймын'])
    await registerAtDesk(at, { ...person, essence })
  await walk(at, DECISIONS, await inspect(at))
}, 600_000)

test('nor letters: the card, a letter while it is written, numbered, sent and annulled, the tray, the journal, the texts', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await registerAtDesk(at, {
    ...{ surname: LETTER_SURNAME, given: 'Ұлжан', iin: '850101400011' },
    essence: 'Тұрғын үй кезегіндегі орным туралы сұраймын',
  })
  await walk(at, LETTERS, await inspect(at))
}, 600_000)

test('nor the planner with people: who is received by whom, the proposal of times, a reception being prepared', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await seedPlanned(at)
  await walk(at, PLANNER, await inspect(at))
}, 600_000)
