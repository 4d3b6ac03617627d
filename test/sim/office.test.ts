import { expect, test } from 'vitest'
import { PATIENCE, tryOffices, trySticks } from './agreed.ts'

test(
  'desks that were apart agree, by server and sticks together: nothing acknowledged is lost or doubled, no number twice',
  () => tryOffices('mixed'),
  PATIENCE,
)

test(
  'an office without a server agrees by sticks alone, old, lost and damaged ones among them',
  async () => {
    expect(await trySticks()).toBeGreaterThan(0)
  },
  PATIENCE,
)
