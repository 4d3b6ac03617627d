// Reads the switches out of a packed binary: `sentinel (32) | version (1) | length (1) | one sign a switch`.
import { FUSES } from './fuses.mjs'

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const VERSION = 1
const STATES = { 48: 'off', 49: 'on', 114: 'removed', 144: 'inherited' }

/** The switches of each wire in a binary (a universal one of macOS has two), in their order. Throws where there is none. */
export function readFuseWires(bytes) {
  const wires = []
  for (let at = bytes.indexOf(SENTINEL); at >= 0; at = bytes.indexOf(SENTINEL, at + 1)) wires.push(wireAt(bytes, at))
  if (wires.length === 0) throw new Error('the binary has no fuse wire')
  return wires
}

function wireAt(bytes, at) {
  const from = at + SENTINEL.length
  const [version, length] = [bytes[from], bytes[from + 1]]
  if (version !== VERSION) throw new Error(`the fuse wire is of version ${version}, not ${VERSION}`)
  const signs = [...bytes.subarray(from + 2, from + 2 + length)]
  if (signs.length < length) throw new Error('the fuse wire is cut short')
  return signs.map(sign => STATES[sign] ?? 'unknown')
}

/** Where a wire says other than the table: a line each. A switch the binary does not know is a difference too. */
export function fuseFaults(wire, table = FUSES) {
  return table.flatMap(({ name, place, on }) => {
    const state = wire[place] ?? 'absent'
    return state === (on ? 'on' : 'off') ? [] : [`${name} is ${state}, not ${on ? 'on' : 'off'}`]
  })
}

/** Where the settings of electron-builder say other than the table: a line each. */
export function settingFaults(settings, table = FUSES) {
  const known = new Set(table.map(({ name }) => name))
  const strange = Object.keys(settings ?? {}).filter(name => !known.has(name))
  const wrong = table.filter(({ name, on }) => settings?.[name] !== on)
  return [
    ...strange.map(name => `electronFuses.${name} is not in the table`),
    ...wrong.map(({ name, on }) => `electronFuses.${name} is not ${on}`),
  ]
}
