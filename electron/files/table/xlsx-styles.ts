import { parseXml } from './parse-xml.ts'
import type { ZipParts } from './zip-parts.ts'

/** Formats built into the standard (ECMA-376 part 1, 18.8.30) that show a day or a time, the East Asian ones included. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
])

/** For each cell style of the workbook: whether a number in it is a day or a time. */
export async function readDateStyles(parts: ZipParts, part: string): Promise<readonly boolean[]> {
  if (part === '' || !parts.has(part)) return []
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inside = false
  await parseXml(parts.read(part), {
    open(name, attributes) {
      if (name === 'cellXfs') inside = true
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''))
      if (name !== 'xf' || !inside) return
      const format = Number(attributes.numFmtId ?? 0)
      styles.push(custom.get(format) ?? BUILT_IN_DATES.has(format))
    },
    close(name) {
      if (name === 'cellXfs') inside = false
    },
  })
  return styles
}

/** Whether a format code shows a day or a time: letters of dates outside quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  if (/^general$/i.test(code)) return false
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '')
  return /[dmyhs]/i.test(bare) && !/^[^;]*[#?0][^;]*%?$/.test(bare.replace(/s\.0+/gi, 's'))
}
