import type { WebContents } from 'electron'

/** A printer as the system names it, and whether it is the one the system prefers. */
export interface Printer {
  readonly name: string
  readonly standard: boolean
}

/** The printers a window may print on; none where the window is gone or the system's list cannot be had. */
export async function printersOf(contents: WebContents | null): Promise<Printer[]> {
  const found = await contents?.getPrintersAsync().catch(() => [])
  return (found ?? []).map(({ name, options }) => ({ name, standard: isStandard(options) }))
}

/** CUPS says it among its options; where a system does not, no printer is marked. */
function isStandard(options: object): boolean {
  return 'printer-is-default' in options && String(options['printer-is-default']) === 'true'
}
