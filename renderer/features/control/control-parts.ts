import type { LocaleKey } from '../../i18n/keys.ts'

/** The parts of the control screen, each with its word. */
export const CONTROL_PARTS = {
  instructions: 'control.part.instructions',
  demands: 'demand.title',
} as const satisfies Record<string, LocaleKey>
export type ControlPart = keyof typeof CONTROL_PARTS

/** The part an address names; else the instructions. */
export function partOf({ part }: Readonly<Record<string, string>>): ControlPart {
  const known = Object.keys(CONTROL_PARTS) as ControlPart[]
  return known.find(one => one === part) ?? 'instructions'
}
