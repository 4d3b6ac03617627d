import { z } from 'zod'

/** Version of the program or of a package: `major.minor.patch`. */
export const Version = z.string().regex(/^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/)
export type Version = z.infer<typeof Version>

/** Compares `major.minor.patch` by number: negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function numbersOf(version: string): number[] {
  return version.split(/[.+-]/, 3).map(Number)
}
