import type { LogFields } from './log.ts'

/** What may be kept of an exception: its class, the system's code and places in the program. Never its message. */
export function describeException(error: unknown): LogFields {
  if (!(error instanceof Error)) return { name: 'NotAnError' }
  const fields: LogFields = { name: error.name }
  const errno: unknown = 'code' in error ? error.code : undefined
  if (typeof errno === 'string') fields.errno = errno
  // The stack begins with the message, which may hold anything; only lines of the form of a place are read.
  const places = placesIn((error.stack ?? '').replace(error.message, ''))
  if (places) fields.at = places
  return fields
}

/** File names and positions in a stack or in the text a page reports: `index-a1b2.js:1:2345`, innermost first. */
export function placesIn(stack: string): string {
  const places = stack.matchAll(/^[ \t]+at [^\n]*?([A-Za-z0-9_.-]{1,40}\.(?:js|cjs|mjs|ts|tsx):\d{1,7}:\d{1,7})\)?$/gm)
  return [...places]
    .slice(0, 6)
    .map(match => match[1])
    .join(' ')
}
