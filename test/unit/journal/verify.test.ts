import { expect, test } from 'vitest'
import { draft, FOLDER, openDesk, opening, ownFolder, testRandom } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

const VERIFIED = `${FOLDER}/verified`

/** A desk with some closed segments and an open one, ended and opened again. */
async function filled() {
  const files = new MemoryFiles()
  const open = () => openDesk({ files, random: testRandom('verify'), segmentBytes: 3000 })
  const first = await open()
  await first.journal.append([opening(first)])
  for (let n = 1; n <= 30; n++) await first.journal.append([draft(n)])
  await first.journal.close()
  return { files, open, folder: ownFolder(first) }
}

test('what was verified is not verified again, what came since is', async () => {
  const { open } = await filled()
  const { journal } = await open()
  const whole = await journal.verifyOnce()
  expect(whole).toEqual({ records: 31, segments: journal.report.segments, signatures: 31, brokenAt: null })
  expect(whole.segments).toBeGreaterThan(5)
  const again = await journal.verifyOnce()
  expect(again).toMatchObject({ records: 31, segments: whole.segments, brokenAt: null })
  // Those of the segment that is written to.
  expect(again.signatures).toBeLessThan(5)
  for (let n = 31; n <= 45; n++) await journal.append([draft(n)])
  const { signatures } = await journal.verifyOnce()
  expect(signatures).toBeGreaterThanOrEqual(15)
  expect(signatures).toBeLessThan(25)
  await journal.close()
  expect((await (await open()).journal.verifyOnce()).signatures).toBeLessThan(5)
  expect((await journal.verify()).signatures).toBe(46)
})

test('a byte that changed afterwards is found wherever it lies', async () => {
  const { files, open, folder } = await filled()
  await (await open()).journal.verifyOnce()
  for (const name of ['000001', '000003']) {
    const path = `${folder}/${name}.seg`
    const whole = files.get(path)
    for (let at = 0; at < whole.length; at += 7) {
      const { journal } = await open()
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      files.put(path, bytes)
      expect((await journal.verifyOnce()).brokenAt, `${name} ${at}`).toMatch(new RegExp(`/${name}.seg:`))
      files.put(path, whole)
    }
  }
})

test('of a segment that lies in the place of another nothing is believed', async () => {
  const { files, open, folder } = await filled()
  const { journal } = await open()
  await journal.verifyOnce()
  const [first, second] = ['000001', '000002'].map(name => files.get(`${folder}/${name}.seg`))
  files.put(`${folder}/000001.seg`, second ?? Buffer.alloc(0))
  files.put(`${folder}/000002.seg`, first ?? Buffer.alloc(0))
  expect((await journal.verifyOnce()).brokenAt).toMatch(/000001\.seg:/)
})

test('a file of what was verified that is damaged, empty or of another desk says nothing', async () => {
  const { files, open } = await filled()
  const other = await filled()
  await (await other.open()).journal.verifyOnce()
  const { journal } = await open()
  await journal.verifyOnce()
  const whole = files.get(VERIFIED)
  const flipped = Buffer.from(whole)
  flipped[40] = (flipped[40] ?? 0) ^ 1
  const foreign = await openDesk({ files: new MemoryFiles(), random: testRandom('another') })
  await foreign.journal.append([opening(foreign)])
  for (const bytes of [
    flipped,
    Buffer.alloc(0),
    whole.subarray(0, 30),
    foreign.keys.seal(Buffer.from('{}'), 'verified|1'),
  ]) {
    files.put(VERIFIED, bytes)
    expect((await journal.verifyOnce()).signatures).toBe(31)
    expect((await journal.verifyOnce()).signatures).toBeLessThan(5)
  }
})

test('a disk that refuses to keep it only makes the next one check again', async () => {
  const { files, open } = await filled()
  const { journal } = await open()
  const write = files.open.bind(files)
  files.open = async (path, mode) => {
    if (path.includes('verified')) throw Object.assign(new Error('EIO'), { code: 'EIO' })
    return write(path, mode)
  }
  expect(await journal.verifyOnce()).toMatchObject({ signatures: 31, brokenAt: null })
  expect(await journal.verifyOnce()).toMatchObject({ signatures: 31, brokenAt: null })
})
