import { cellText } from './cell-text.ts'

/** The title as far as Excel takes it for the name of a sheet: 31 characters, none of its own signs, not its own word. */
export function sheetName(title: string): string {
  const name = cellText(title)
    .replace(/[*?:\\/[\]]/g, ' ')
    .slice(0, 31)
    .replace(/^[\s']+|[\s']+$/g, '')
  return name === '' || /^history$/i.test(name) ? '1' : name
}
