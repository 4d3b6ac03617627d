import { expect, it } from 'vitest'
import { errorsPage } from '../../../tools/write-errors.ts'
import { readText } from './sources.ts'

it('docs/errors.md tells every code a person can be shown, as the locales say it', () => {
  expect(readText('docs/errors.md')).toBe(errorsPage())
})
