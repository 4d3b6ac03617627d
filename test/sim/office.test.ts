import { test } from 'vitest'
import { PATIENCE, tryOffices } from './agreed.ts'

test(
  'desks that were apart agree: nothing acknowledged is lost or doubled, no number is given twice',
  () => tryOffices(false),
  PATIENCE,
)
