import { setTimeout as pass } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { isAlive, processGone } from '#test/e2e/launch/launch.ts'
import { iinOf, startDesk, whenReady } from './product-rig.ts'

export const TARGETS = ['page', 'browser', 'main'] as const
export type Target = (typeof TARGETS)[number]

/** Milliseconds between two keys: about eight a second. */
const PACE = 125
const PATIENCE = { timeout: 60_000, interval: 20 }

/** One text typed into the field of a name. */
export interface Line {
  readonly field: string
  readonly text: string
}

/** A registration as it is typed, in the order of the form; the topic is chosen by a part of its name. */
export function linesOf(random: () => number, mark: string): Line[] {
  const word = (most: number) =>
    Array.from({ length: 2 + Math.floor(random() * most) }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join(
      '',
    )
  return [
    { field: 'iin', text: iinOf(Math.floor(random() * 9000)) },
    { field: 'surname', text: word(9) },
    { field: 'given', text: word(7) },
    { field: 'patronymic', text: word(9) },
    { field: 'phone', text: `+7701${String(1_000_000 + Math.floor(random() * 8_999_999))}` },
    { field: 'essence', text: `${mark} ${word(5)} ${word(9)} ${word(9)} ${word(7)}` },
    { field: 'topic', text: 'жер' },
    { field: 'official', text: word(9) },
  ]
}

const LETTERS = [...'әіңғүұқөһабвгдежзиклмнопрстуыя']

/** What stands in the form's fields, and where the person is. */
export interface FormSeen {
  readonly values: Readonly<Record<string, string>>
  readonly focus: string | null
}

export function formNow(page: Page): Promise<FormSeen> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('.register-form [name]')]
    const values = Object.fromEntries(
      fields.filter(field => field.type !== 'radio').map(field => [field.name, field.value]),
    )
    return { values, focus: document.activeElement?.getAttribute('name') ?? null }
  })
}

/** The register screen with its form, as the draft says it. */
export async function toRegister(page: Page): Promise<void> {
  await whenReady(page)
  await page.keyboard.press('Control+2')
  await page.waitForFunction(() => document.querySelector('.register-form')?.contains(document.activeElement) === true)
}

/** An empty form, whatever was in it. */
export async function emptyForm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { desk } = window as unknown as { desk: Record<string, (args: object) => Promise<unknown>> }
    // Another screen first: the form that is left writes what it holds.
    window.location.hash = '#/today'
    while (document.querySelector('.register-form') !== null) await new Promise(requestAnimationFrame)
    await desk.draftDrop?.({ name: 'register' })
  })
  await toRegister(page)
}

/** A key that was pressed: when its press had come through. */
interface Key {
  readonly line: number
  readonly letters: number
  readonly at: number
}

/** A person who types; `stop` ends it, and so does the end of the page. */
export interface Typing {
  readonly keys: readonly Key[]
  /** What stood in the fields that were left, as it stood then. */
  readonly left: Readonly<Record<string, string>>
  /** Of the field being typed: what was pressed, the last key may have come through or not. */
  readonly pressed: () => { readonly line: number; readonly text: string }
  readonly stop: () => void
}

/** Types from a line on, key by key; the lines before are put in at once. */
export async function typeFrom(page: Page, lines: readonly Line[], from: number): Promise<Typing> {
  const left: Record<string, string> = {}
  const keys: Key[] = []
  let [line, letters, stopped] = [from, 0, false]
  for (const { field, text } of lines.slice(0, from)) {
    await page.keyboard.insertText(text)
    await leave(field)
  }
  async function leave(field: string): Promise<void> {
    await page.keyboard.press('Enter')
    left[field] = (await formNow(page)).values[field] ?? ''
  }
  async function type(): Promise<void> {
    for (; line < lines.length; line++) {
      const { field, text } = lines[line] as Line
      for (letters = 1; letters <= text.length; letters++) {
        const next = pass(PACE)
        await press(page, text[letters - 1] as string)
        keys.push({ line, letters, at: performance.now() })
        await next
        if (stopped) return
      }
      letters = text.length
      if (line === lines.length - 1) return
      await leave(field)
    }
  }
  void type().catch(() => undefined)
  const pressed = () => ({ line, text: (lines[line] as Line).text.slice(0, letters) })
  return { keys, left, pressed, stop: () => (stopped = true) }
}

/** A letter as the keyboard gives it, in any layout. */
function press(page: Page, letter: string): Promise<void> {
  return page.keyboard.press(/[\da-z+ ]/i.test(letter) ? (letter === ' ' ? 'Space' : letter) : letter).catch(error => {
    if (!/Unknown key/.test(String(error))) throw error
    return page.keyboard.insertText(letter)
  })
}

export async function pidsOf(desk: Desk, target: Target): Promise<number[]> {
  if (target === 'page') return desk.rendererPids()
  return [target === 'browser' ? desk.browserPid : desk.mainPid]
}

export function kill(pids: readonly number[]): void {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

/** The desk that stands after a kill: the same with its window back, or a new start over the same data. */
export async function comeBack(desk: Desk, target: Target): Promise<Desk> {
  if (target !== 'main') {
    await desk.reconnect()
    return desk
  }
  const { browserPid, userData } = desk
  await desk.exited
  await processGone(browserPid)
  await desk.close()
  return startDesk({ userData })
}

/** Waits until the form is drawn with what the draft holds. */
export async function formAgain(desk: Desk): Promise<FormSeen> {
  await toRegister(desk.page)
  await expect.poll(async () => (await formNow(desk.page)).focus !== null, PATIENCE).toBe(true)
  return formNow(desk.page)
}
