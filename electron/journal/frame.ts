import { crc32 } from 'node:zlib'

/** Bytes before the payload: length and checksum. */
export const FRAME_HEAD = 8

/** Largest payload that is written or believed, in bytes. */
export const MAX_PAYLOAD = 8 * 1024 * 1024

/** A frame: `u32le length | u32le crc32 of payload | payload`. */
export function encodeFrame(payload: Uint8Array): Buffer {
  if (payload.length === 0 || payload.length > MAX_PAYLOAD) throw new RangeError('payload of a frame')
  const frame = Buffer.allocUnsafe(FRAME_HEAD + payload.length)
  frame.writeUInt32LE(payload.length, 0)
  frame.writeUInt32LE(crc32(payload), 4)
  frame.set(payload, FRAME_HEAD)
  return frame
}

/** The payload of the whole frame at an offset, or null: short, too long, empty or with another checksum. */
export function payloadAt(bytes: Buffer, offset: number): Buffer | null {
  if (offset < 0 || offset + FRAME_HEAD > bytes.length) return null
  const length = bytes.readUInt32LE(offset)
  const end = offset + FRAME_HEAD + length
  // A length of zero has the checksum zero: it is what a power loss leaves, never a frame.
  if (length === 0 || length > MAX_PAYLOAD || end > bytes.length) return null
  const payload = bytes.subarray(offset + FRAME_HEAD, end)
  return crc32(payload) === bytes.readUInt32LE(offset + 4) ? payload : null
}
