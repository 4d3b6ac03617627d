import { entityId } from '#shared/change/action.ts'

/** The application a key of the address names; null where it names none. */
export function correctedKey(key: string | undefined): string | null {
  try {
    return key === undefined ? null : entityId('application', key).slice('application:'.length)
  } catch {
    return null
  }
}
