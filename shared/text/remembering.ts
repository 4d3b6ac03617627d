/** How many answers are kept: the few hundred texts an office file repeats, not its thousands of names. */
const KEPT = 2000

/** A pure function of a text that remembers its answers: cells of a column repeat a few texts thousands of times. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const value = read(text)
    if (known.size >= KEPT) known.clear()
    known.set(text, value)
    return value
  }
}
