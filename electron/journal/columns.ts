import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { replaceBy } from './atomic-file.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import type { JournalKeys } from './record.ts'

/** Numbers of one kind, or bytes. */
export type Column = Uint8Array | Uint32Array | Float64Array

/** A column that was read: memory with room for more of it, and how many there are. */
export interface Read {
  readonly room: ArrayBuffer
  readonly count: number
}

/** The first frame: what the writer says of the columns, and how many of how many bytes each holds. */
const Head = z.strictObject({
  said: z.unknown(),
  id: z.string(),
  columns: z.array(z.strictObject({ count: z.int().nonnegative(), of: z.literal([1, 4, 8]) })),
})

/** Bytes that are sealed together: a file of a hundred megabytes is never in memory beside what it holds. */
const PIECE = 4 * 1024 * 1024
const LENGTH = Uint32Array.BYTES_PER_ELEMENT

/** Elements that may be added to a column that was read before it has to be copied. */
const FEWEST = 1024

/**
 * Puts columns sealed in the place of the old ones: `u32le length | sealed` of the head, then of each piece of each column. Whatever
 * happens the name holds the old bytes or the new ones.
 */
export async function writeColumns(
  files: FileSystem,
  path: string,
  { said, columns }: { readonly said: unknown; readonly columns: readonly Column[] },
  keys: Pick<JournalKeys, 'seal'>,
): Promise<void> {
  // Of one writing: a piece of another one does not open here.
  const id = randomBytes(12).toString('hex')
  const head: z.infer<typeof Head> = {
    ...{ said, id },
    columns: columns.map(({ length, BYTES_PER_ELEMENT }) => ({ count: length, of: BYTES_PER_ELEMENT as 1 | 4 | 8 })),
  }
  await replaceBy(files, path, async file => {
    let position = 0
    let place = 0
    const write = async (plain: Uint8Array, context: string) => {
      const sealed = keys.seal(plain, context)
      const frame = Buffer.alloc(LENGTH + sealed.length)
      frame.writeUInt32LE(sealed.length)
      sealed.copy(frame, LENGTH)
      await file.write(position, frame)
      position += frame.length
    }
    await write(Buffer.from(JSON.stringify(head)), headContext(path))
    for (const piece of columns.flatMap(piecesOf)) await write(piece, pieceContext(id, place++))
  })
}

/** What was said of the columns, and they; null where there is no such file, or not one that these keys sealed whole. */
export async function readColumns(
  files: FileSystem,
  path: string,
  keys: Pick<JournalKeys, 'open'>,
): Promise<{ readonly said: unknown; readonly columns: Read[] } | null> {
  if ((await files.sizeOf(path)) === null) return null
  const file = await files.open(path, 'read')
  try {
    const next = nextFrame(file, keys)
    const plain = await next(headContext(path))
    const head = plain && Head.safeParse(JSON.parse(plain.toString('utf8'))).data
    if (!head) return null
    const columns: Read[] = []
    let place = 0
    for (const { count, of } of head.columns) {
      const room = new ArrayBuffer((count + (count >> 3) + FEWEST) * of)
      for (let at = 0; at < count * of; ) {
        const piece = await next(pieceContext(head.id, place++))
        if (piece === null || piece.length === 0 || at + piece.length > count * of) return null
        new Uint8Array(room).set(piece, at)
        at += piece.length
      }
      columns.push({ room, count })
    }
    return { said: head.said, columns }
  } finally {
    await file.close()
  }
}

function headContext(path: string): string {
  return `columns|1|${path.split('/').at(-1)}`
}

function pieceContext(id: string, place: number): string {
  return `columns|1|${id}|${place}`
}

function piecesOf({ buffer, byteOffset, byteLength }: Column): Uint8Array[] {
  return Array.from({ length: Math.ceil(byteLength / PIECE) }, (_, piece) => {
    const start = piece * PIECE
    return new Uint8Array(buffer, byteOffset + start, Math.min(PIECE, byteLength - start))
  })
}

/** Opens one frame after the other; null where one is torn or was changed. */
function nextFrame(file: OpenFile, keys: Pick<JournalKeys, 'open'>) {
  let position = 0
  return async (context: string): Promise<Buffer | null> => {
    const length = await file.read(position, LENGTH)
    if (length.length < LENGTH) return null
    const sealed = length.readUInt32LE()
    if (sealed > 2 * PIECE) return null
    const bytes = await file.read(position + LENGTH, sealed)
    position += LENGTH + sealed
    return bytes.length === sealed ? keys.open(bytes, context) : null
  }
}
