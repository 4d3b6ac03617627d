import { test } from 'vitest'
import { inspect } from './pages/inspector.ts'
import { walk } from './pages/look-at.ts'
import { WALKED_AT_WORK } from './pages/tab-walk.ts'
import { DESK_AT_WORK, seedWork } from './pages/walk-at-work.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

test('a desk at work breaks no WCAG 2.2 AA, leaves no screen and is refused nothing, also by Tab alone: the register, the reception day, a card and its acts, directories', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await seedWork(at)
  await walk(at, DESK_AT_WORK, await inspect(at), WALKED_AT_WORK)
}, 600_000)
