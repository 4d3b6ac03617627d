import { existsSync } from 'node:fs'
import { cp, mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { inject, onTestFinished } from 'vitest'
import { expectedJournal, QUARTERS, samplePath } from '#test/fixtures/import/expected.ts'
import { type AtDesk, copyOf, remove, sitDown } from '../pages/at-desk.ts'
import { passFirstRun } from '../pages/first-run.ts'
import { goTo, speak } from '../pages/frame.ts'
import { bringIn } from '../pages/import.ts'
import type { Language } from '../pages/words.ts'

/** How far a desk was taken before a spec begins: first run passed; sample officials and journals brought in. */
export type Stage = 'begun' | 'filled'

/** Officials of the sample; a unit head of theirs is marked nowhere. */
export const OFFICIALS = { kept: 11, marked: 0, badIin: 0, already: 0 } as const

/** A desk with data of its own, removed with `leave`. */
export interface PreparedDesk {
  readonly at: AtDesk
  readonly userData: string
  readonly leave: () => Promise<void>
}

/** Sits down at a copy of a prepared desk, the screen in the language asked. */
export async function sitAt(stage: Stage, language: Language): Promise<PreparedDesk> {
  const userData = await copyOf(await prepared(stage))
  let desk: AtDesk['desk'] | undefined
  const leave = async () => {
    await desk?.close()
    await remove(userData)
  }
  try {
    const at = await sitDown(language, { userData })
    desk = at.desk
    await speak(at, language)
    return { at, userData, leave }
  } catch (error) {
    await leave()
    throw error
  }
}

/** The same for one test, left when it ends. */
export async function sitAtForTest(stage: Stage, language: Language): Promise<PreparedDesk> {
  const prepared = await sitAt(stage, language)
  onTestFinished(prepared.leave)
  return prepared
}

/** Two spec files run at once: the one that takes the lock makes the desk, the other waits for it. */
async function prepared(stage: Stage): Promise<string> {
  const folder = path.join(inject('preparedDesks'), stage)
  const lock = `${folder}.lock`
  while (!existsSync(folder)) {
    if (!(await isTaken(lock))) {
      await pass(50)
      continue
    }
    try {
      if (!existsSync(folder)) await make(stage, folder)
    } finally {
      await remove(lock)
    }
  }
  return folder
}

/** Whether the lock has become ours. */
async function isTaken(lock: string): Promise<boolean> {
  try {
    await mkdir(lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function make(stage: Stage, folder: string): Promise<void> {
  const growing = stage === 'begun' ? `${folder}.growing` : await copyOf(await prepared('begun'))
  await mkdir(growing, { recursive: true })
  const at = await sitDown('kk', { userData: growing })
  try {
    if (stage === 'begun') await passFirstRun(at)
    else await bringSampleIn(at)
    await at.desk.quit()
  } finally {
    await at.desk.close()
  }
  await cp(growing, `${folder}.whole`, { recursive: true })
  await rename(`${folder}.whole`, folder)
  await remove(growing)
}

/** Officials first, so that the journals find them. */
export async function bringSampleIn(at: AtDesk): Promise<void> {
  await goTo(at, 'import')
  await bringIn(at, 'officials', samplePath('officials.csv'), OFFICIALS)
  for (const quarter of QUARTERS) {
    await bringIn(at, 'journal', samplePath(`journal-${quarter}.xlsx`), sampleCounts(quarter))
  }
}

/** What an import of a sample journal tells when it is done. */
export function sampleCounts(quarter: (typeof QUARTERS)[number]) {
  const { rows, badIin } = expectedJournal(quarter)
  return { kept: rows, marked: badIin.length, badIin: badIin.length, already: 0 }
}
