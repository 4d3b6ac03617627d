import { expect, it } from 'vitest'
import { sourcesOf } from './sources.ts'

it('a date is asked for by one component, whose calendar is named, readable and opens when asked', () => {
  const askers = sourcesOf('renderer')
    .filter(({ text }) => /\b(DateInput|DatePicker|DatePickerInput|Calendar)\b[^;\n]*from '@mantine\/dates'/.test(text))
    .map(({ file }) => file)
  expect(askers).toEqual(['renderer/components/DateField.tsx'])
})
