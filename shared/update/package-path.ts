/** One step of a path in a package: no escapes, colons, backslashes, blanks; no dot at either end. */
const STEP = /^[A-Za-z0-9_-](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/

/** Windows opens a device under these names, in any folder and with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|clock)(?:\.|$)/i

const LONGEST = 200
const DEEPEST = 4

/** Whether a path of a package stays inside the folder it is put in, on every system. */
export function isSafePath(path: string): boolean {
  const steps = path.split('/')
  if (path.length > LONGEST || steps.length > DEEPEST) return false
  return steps.every(step => STEP.test(step) && !DEVICE.test(step))
}

/** Whether two paths are one file where case does not count, or one is a folder of the other. */
export function hasTwins(paths: readonly string[]): boolean {
  const folded = paths.map(path => path.toLowerCase())
  const all = new Set(folded)
  const isUnder = (path: string) =>
    path.split('/').some((_step, at, steps) => at > 0 && all.has(steps.slice(0, at).join('/')))
  return all.size < paths.length || folded.some(isUnder)
}
