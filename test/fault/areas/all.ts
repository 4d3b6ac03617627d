import type { Area } from './area.ts'
import { DESTRUCTION_AREAS } from './destruction-areas.ts'
import { JOURNAL_AREAS } from './journal-areas.ts'
import { KEPT_AREAS } from './kept-areas.ts'
import { PUT_AREAS } from './put-areas.ts'

/** Every part of the product that writes files. */
export const AREAS: readonly Area[] = [...JOURNAL_AREAS, ...PUT_AREAS, ...KEPT_AREAS, ...DESTRUCTION_AREAS]

/** An area by its name. Throws where there is none. */
export function areaNamed(name: string): Area {
  const found = AREAS.find(area => area.name === name)
  if (found === undefined) throw new Error(`no area ${name}`)
  return found
}
