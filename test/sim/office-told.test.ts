import { test } from 'vitest'
import { PATIENCE, tryOffices } from './agreed.ts'

test('so do desks of an honest server with nothing that heals afterwards', () => tryOffices('told'), PATIENCE)
