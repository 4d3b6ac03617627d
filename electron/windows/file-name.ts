/** A name a file may have on every system: no separators, no controls or direction marks, an ending of its kind. */
export function safeFileName(asked: string, extension: string): string {
  const plain = asked
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out
    .replace(/[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '-')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
  return `${plain || 'qabyldau'}.${extension}`
}
