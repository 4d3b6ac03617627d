import type { FileSystem } from '../journal/file-system.ts'
import { FRAME_HEAD, payloadAt } from '../journal/frame.ts'
import { segmentName } from '../journal/segments.ts'
import { decodeLine, type SealedLine } from './record.ts'

const NAME = /^(\d{6})\.log$/
export const ENDING = 'log'

/** Numbers of the segments that stand in a folder, in order; one may be missing between. */
export async function segmentNumbers(files: FileSystem, folder: string): Promise<number[]> {
  return (await files.list(folder)).flatMap(name => NAME.exec(name)?.[1] ?? []).map(Number)
}

/** Path of a segment. */
export function segmentPath(folder: string, number: number): string {
  return `${folder}/${segmentName(number, ENDING)}`
}

/** What a segment holds: its lines in order, those after damaged bytes too. */
export interface ReadSegment {
  readonly lines: readonly SealedLine[]
  /** How many of them stand before the first bytes that are no line, and where these begin; null: the whole of it is lines. */
  readonly damage: { readonly after: number; readonly at: number } | null
  readonly size: number
}

/** Reads a segment. Behind bytes that are no line the next whole line is looked for. */
export async function readSegment(files: FileSystem, path: string): Promise<ReadSegment> {
  const bytes = (await files.readFile(path)) ?? Buffer.alloc(0)
  const lines: SealedLine[] = []
  let damage: ReadSegment['damage'] = null
  for (let at = 0; at < bytes.length; ) {
    const payload = payloadAt(bytes, at)
    const line = payload && decodeLine(payload)
    if (payload !== null && line !== null) {
      lines.push(line)
      at += FRAME_HEAD + payload.length
    } else {
      damage ??= { after: lines.length, at }
      at += 1
    }
  }
  return { lines, damage, size: bytes.length }
}
