import { createPrivateKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { systemRandom } from '#electron/security/seal.ts'
import { makeRequest, type OwnRequest, readRequest, told, writeRequest } from '#electron/sync/request.ts'
import {
  answerDigits,
  answerPath,
  findAnswer,
  openAnswer,
  readAnswer,
  takeAnswer,
  writeAnswer,
} from '#electron/sync/server-answer.ts'
import { OfficeServer } from '#electron/sync/server-file.ts'
import { InstallationId } from '#shared/change/action.ts'
import type { ServerAnswer } from '#shared/sync/invitation.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

const DESK = InstallationId.parse('k3v9q0w8z1m5t7ab')
const OTHER = InstallationId.parse('k3v9q0w8z1m5t7ac')
const SERVER = OfficeServer.parse({
  ...{ address: 'https://server.example:6984', office: 'wko', password: 'drawn-for-it-alone', trust: 'system' },
})
const AT = '/stick/a.qserver'

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    error => error.detail?.code,
  )

const openAt = async (files: MemoryFiles, own: OwnRequest) => openAnswer(own, await readAnswer(files, AT))

async function answered(own = makeRequest('2', DESK)) {
  const files = new MemoryFiles()
  await writeAnswer(files, AT, own.request, { server: SERVER, random: systemRandom })
  return { files, own, bytes: files.get(AT) ?? Buffer.alloc(0) }
}

describe('what the administrator of the server gives to one computer', () => {
  test('is opened by that computer, and nothing of it stands in clear', async () => {
    const { files, own, bytes } = await answered()
    expect(await openAt(files, own)).toEqual(SERVER)
    for (const secret of [SERVER.password, SERVER.address, DESK]) {
      expect(bytes.includes(secret)).toBe(false)
      expect(bytes.includes(Buffer.from(secret).toString('base64').slice(0, 12))).toBe(false)
    }
  })

  test('another computer does not open it, nor the same one by another request', async () => {
    const { files, own } = await answered()
    expect(await codeOf(openAt(files, makeRequest('2', OTHER)))).toBe('server.not_for_us')
    expect(await codeOf(openAt(files, makeRequest('2', DESK)))).toBe('server.not_for_us')
    const liar = { ...own, privateKey: makeRequest('2', DESK).privateKey }
    expect(createPrivateKey({ key: liar.privateKey, format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe('x25519')
    expect(await codeOf(openAt(files, liar))).toBe('server.no_answer')
  })

  test('one for another installation of the same computer is not taken', async () => {
    const { files, own } = await answered()
    const became = { ...own, request: { ...own.request, installation: OTHER } }
    expect(await codeOf(openAt(files, became))).toBe('server.not_for_us')
  })

  test('not one changed byte is believed', async () => {
    const { files, own, bytes } = await answered()
    const codes = new Set<string>()
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      files.put(AT, changed)
      codes.add(await codeOf(openAt(files, own)))
    }
    expect([...codes].sort()).toEqual(['server.no_answer', 'server.not_for_us'])
    files.put(AT, bytes.subarray(0, bytes.length - 20))
    expect(await codeOf(openAt(files, own))).toBe('server.no_answer')
  })

  test('is found among the files of a stick whatever its name is, and none of another is', async () => {
    const { files, own, bytes } = await answered()
    const other = makeRequest('3', OTHER)
    await writeAnswer(files, '/stick/0.qserver', other.request, { server: SERVER, random: systemRandom })
    files.put('/stick/renamed.qserver', bytes)
    await files.remove(AT)
    const found = await findAnswer(files, '/stick', own.request)
    expect(found && openAnswer(own, found)).toEqual(SERVER)
    expect(await findAnswer(files, '/stick', makeRequest('2', DESK).request)).toBeNull()
  })
})

describe('an answer', () => {
  test('is believed by the twenty digits of what its administrator wrote, with or without what is between them', async () => {
    const { files, own } = await answered()
    const answer = await readAnswer(files, AT)
    const digits = answerDigits(own.request, answer)
    expect(digits).toMatch(/^(\d{4} ){4}\d{4}$/)
    expect(takeAnswer(own, answer, digits)).toEqual(SERVER)
    expect(takeAnswer(own, answer, ` ${digits.replace(/ /g, '-')}`)).toEqual(SERVER)
    for (const typed of ['', digits.slice(0, -1), told(own.request).fingerprint])
      expect(() => takeAnswer(own, answer, typed)).toThrow('server.digits')
  })

  test('has other digits where anything of the request or of it is another, also where the same is sealed anew', async () => {
    const { files, own, bytes } = await answered()
    const answer: ServerAnswer = JSON.parse(bytes.toString())
    const again = await writeAnswer(files, AT, own.request, { server: SERVER, random: systemRandom })
    const { request } = own
    const digits = [
      answerDigits(request, answer),
      answerDigits(request, again),
      answerDigits(request, { ...answer, to: 'a'.repeat(64) }),
      answerDigits({ ...request, name: '3' }, answer),
      answerDigits({ ...request, installation: OTHER }, answer),
      answerDigits({ ...request, publicKey: makeRequest('2', DESK).request.publicKey }, answer),
    ]
    expect(new Set(digits).size).toBe(6)
    expect(() => takeAnswer(own, again, digits[0] ?? '')).toThrow('server.digits')
  })

  test('of two that fit in one folder none is chosen', async () => {
    const { files, own } = await answered()
    await writeAnswer(files, '/stick/0.qserver', own.request, { server: SERVER, random: systemRandom })
    expect(await codeOf(findAnswer(files, '/stick', own.request))).toBe('server.several')
    await files.remove(AT)
    expect(await findAnswer(files, '/stick', own.request)).not.toBeNull()
  })
})

describe('a request', () => {
  test('has digits of its key, its installation and its name: none can be changed unseen', async () => {
    const files = new MemoryFiles()
    const { request } = makeRequest('2', DESK)
    const path = `/stick/${await writeRequest(files, '/stick', request)}`
    expect(await readRequest(files, path)).toEqual(request)
    expect(answerPath(path, request)).toBe(path.replace(/qjoin$/, 'qserver'))
    const digits = [
      request,
      { ...request, installation: OTHER },
      { ...request, name: '3' },
      { ...request, publicKey: makeRequest('2', DESK).request.publicKey },
    ].map(one => told(one).fingerprint)
    expect(new Set(digits).size).toBe(4)
  })
})
