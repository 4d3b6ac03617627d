import { RequestId } from '#shared/application/registration.ts'

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 16

/** A random id of one press of a button. Bytes above 251 are dropped, so that every letter is equally likely. */
export function newRequestId(): RequestId {
  let text = ''
  while (text.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < 252 && text.length < LENGTH) text += LETTERS[byte % 36]
    }
  }
  return RequestId.parse(text)
}
