/** Windows opens a device under these names, in any folder and with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3])[. ]*(?:\.|$)/i

/** Letters of a name, and bytes of it as a disk counts them: with an ending and the mark of an unfinished file under 255. */
const MOST = 100
const MOST_BYTES = 200

/** A name a file may have on every system: no separators, nothing that is not seen or turns what is, an ending of its kind. */
export function safeFileName(asked: string, extension: string): string {
  const plain = asked
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out
    .replace(/[\\/:*?"<>|\x00-\x1f\x7f-\x9f]|\p{Cf}|\p{Zl}|\p{Zp}|\p{Co}|\p{Cn}|\ufffd/gu, '-')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
  const cut = trimmed(withinBytes([...trimmed(plain)].slice(0, MOST).join('')))
  return `${DEVICE.test(cut) ? '_' : ''}${cut || 'qabyldau'}.${extension}`
}

/** Windows drops spaces and dots at the end of a name; dots at its beginning hide it elsewhere. */
function trimmed(name: string): string {
  return name.replace(/^[.\s]+/, '').replace(/(?<![.\s])[.\s]+$/, '')
}

function withinBytes(name: string): string {
  const letters = [...name]
  let bytes = Buffer.byteLength(name)
  while (bytes > MOST_BYTES) bytes -= Buffer.byteLength(letters.pop() ?? '')
  return letters.join('')
}
