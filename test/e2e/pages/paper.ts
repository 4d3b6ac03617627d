import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import type { Locator } from 'playwright-core'
import type { AtDesk } from './at-desk.ts'

const run = promisify(execFile)

/** Takes a picture of the screen, where a folder for pictures is named (`DESK_PICTURES`). */
export async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}-${language}.png`) })
}

/** Presses a button that writes a file, and gives the file once the screen tells of it. A copy goes to the pictures. */
export async function written({ desk, page }: AtDesk, button: Locator, filePath: string): Promise<string> {
  await desk.answerNextDialog({ filePath })
  await button.click()
  await page.getByText(filePath).waitFor()
  const pictures = process.env.DESK_PICTURES
  if (pictures !== undefined) {
    await mkdir(pictures, { recursive: true })
    await copyFile(filePath, path.join(pictures, path.basename(filePath)))
  }
  return filePath
}

/** A text without any space: papers break their lines where they must. */
export function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

/** What stands on a PDF, without any space. */
export async function textOfPdf(file: string): Promise<string> {
  return bare((await run('pdftotext', ['-raw', file, '-'])).stdout)
}

/** What stands in the body of a Word file, without any space. */
export async function textOfDocx(file: string): Promise<string> {
  const xml = entryOf(await readFile(file), 'word/document.xml')
  const text = xml.replace(/<[^>]*>/g, '')
  return bare(
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  )
}

/** An entry of a zip by its central directory (APPNOTE 4.3.12). Throws where it has none of this name. */
function entryOf(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map(place => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    if (zip.subarray(at + 46, at + 46 + nameLength).toString() === name) {
      const local = zip.readUInt32LE(at + 42)
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString()
    }
    at += 46 + nameLength + extra + comment
  }
  throw new Error(`no ${name} in the file`)
}
