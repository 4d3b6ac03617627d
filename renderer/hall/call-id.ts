import type { HallCall } from '#shared/hall/model.ts'

/** A call apart from the one before it of the same visitor. */
export function callId({ ticket, at }: HallCall): string {
  return `${ticket} ${at}`
}
