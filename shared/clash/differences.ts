/** A value of a body where its sides differ: the path of names to it, and the text of it. */
export interface Difference {
  readonly name: string
  readonly text: string
}

/**
 * Of each side what it says otherwise than another: texts, numbers and dates, with the name of the field they stand in. Lists of names
 * of fields mean nothing here, and neither do ids of presses.
 */
export function differencesOf(sides: readonly unknown[]): Difference[][] {
  const leaves = sides.map(side => leavesOf(side, ''))
  return leaves.map((own, at) => {
    const others = leaves.filter((_, other) => other !== at)
    const isShared = (path: string, text: string) => others.every(other => other.get(path)?.text === text)
    return [...own].filter(([path, { text }]) => !isShared(path, text)).map(([, difference]) => difference)
  })
}

const NOT_SAID: readonly string[] = ['request', 'id', 'batch', 'job', 'sha256']

function leavesOf(value: unknown, path: string): Map<string, Difference> {
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (value === null || value === undefined || typeof value === 'boolean' || NOT_SAID.includes(name)) return new Map()
  if (Array.isArray(value)) return new Map(value.flatMap((one, at) => [...leavesOf(one, `${path}/${at}`)]))
  if (typeof value === 'object') {
    return new Map(Object.entries(value).flatMap(([key, one]) => [...leavesOf(one, `${path}.${key}`)]))
  }
  const text = String(value).trim()
  return text === '' ? new Map() : new Map([[path, { name: name.replace(/\/\d+$/, ''), text }]])
}
