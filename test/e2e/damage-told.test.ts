import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type AtDesk, sitDown } from './pages/at-desk.ts'
import { flowsIn, type Language, patternOf, rawWords } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

/** Journal and audit are verified whole so long after a start (`VERIFY_AFTER`), milliseconds; a busy machine takes longer. */
const VERIFIED_AFTER = 20_000
const VERIFIED = 90_000

interface Place {
  readonly file: string
  /** Offset in bytes. */
  readonly at: number
}

/** The middle of the newest file of a log of this desk. */
async function middleOf(userData: string, log: 'journal' | 'audit'): Promise<Place> {
  const folder = path.join(userData, 'desk-data', log)
  const files = (await readdir(folder, { recursive: true })).filter(name => /\d{6}\.(seg|log)$/.test(name)).sort()
  const file = path.join(folder, files.at(-1) ?? '')
  return { file, at: Math.floor((await stat(file)).size / 2) }
}

/** One byte becomes another where it stands, as on a failing disk: main reads the file, and writes to it, meanwhile. */
async function turnByte({ file, at }: Place): Promise<void> {
  const opened = await open(file, 'r+')
  try {
    const { buffer } = await opened.read(Buffer.alloc(1), 0, 1, at)
    await opened.write(Buffer.of(buffer.readUInt8() ^ 1), 0, 1, at)
  } finally {
    await opened.close()
  }
}

/** Sits down and has both logs damaged before they are verified; where the start took longer than that, it is begun anew. */
async function sitDownAtDamage(language: Language, userData: string): Promise<AtDesk> {
  const places = await Promise.all((['journal', 'audit'] as const).map(log => middleOf(userData, log)))
  for (;;) {
    const began = performance.now()
    const at = await sitDown(language, { userData })
    onTestFinished(() => at.desk.close())
    for (const place of places) await turnByte(place)
    if (performance.now() - began < VERIFIED_AFTER) return at
    for (const place of places) await turnByte(place)
    await at.desk.close()
  }
}

describe.each(flowsIn('kk'))('damage that is found while the desk stands open, %s', language => {
  const told = ({ page }: AtDesk) =>
    (['notice.journal_damaged', 'notice.audit_damaged'] as const).map(key =>
      page.getByText(patternOf(rawWords(language, key))),
    )

  test('is told, and told again to a page that is loaded after', async () => {
    // In the middle of a filled journal lies a row of an import: the desk itself goes on.
    const { at: first, userData } = await sitAtForTest('filled', language)
    await first.desk.quit()
    const at = await sitDownAtDamage(language, userData)
    for (const notice of told(at)) expect(await notice.count()).toBe(0)
    for (const notice of told(at)) await notice.waitFor({ timeout: VERIFIED })
    const sentences = await Promise.all(told(at).map(notice => notice.innerText()))
    await at.page.reload()
    for (const notice of told(at)) await notice.waitFor()
    expect(await Promise.all(told(at).map(notice => notice.innerText()))).toEqual(sentences)
  })
})
