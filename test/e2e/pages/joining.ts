import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type AtDesk, exactly, remove } from './at-desk.ts'
import { fieldOf } from './first-run.ts'
import { goTo } from './frame.ts'
import { patternOf } from './words.ts'

type Key = Parameters<AtDesk['t']>[0]

/** A button by its words. */
export function button({ page, t }: AtDesk, key: Key) {
  return page.getByRole('button', { name: t(key), exact: true })
}

/** A folder for the time of a test: a stick, or the data of a computer. */
export async function folder(name: string): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), `${name}-`))
  onTestFinished(() => remove(made))
  return made
}

/** A sentence whatever its figures are. */
export function said({ t }: AtDesk, key: Key): RegExp {
  return patternOf(t(key, { file: '{{file}}', count: '{{count}}', office: '{{office}}' }))
}

/** The newest file of a kind on the stick. */
export async function fileOn(stick: string, ending: string, but: readonly string[] = []): Promise<string> {
  const names = (await readdir(stick)).filter(name => name.endsWith(ending) && !but.includes(name))
  return path.join(stick, names.sort().at(-1) ?? '')
}

/** The new computer asks, and shows the digits. */
export async function ask(fresh: AtDesk, stick: string): Promise<string> {
  await button(fresh, 'join.way').click()
  await fresh.page.getByLabel(exactly(fresh.t('join.name'))).fill('2')
  await fresh.desk.answerNextDialog({ filePaths: [stick] })
  await button(fresh, 'join.ask').click()
  return fresh.page.locator('.fingerprint').innerText()
}

/** A standing desk opens the request on the stick and compares its digits. */
export async function openRequest(at: AtDesk, stick: string): Promise<string> {
  await goTo(at, 'settings')
  await button(at, 'invite.button').click()
  await at.desk.answerNextDialog({ filePaths: [await fileOn(stick, '.qjoin')] })
  await button(at, 'invite.open').click()
  const digits = await at.page.locator('.fingerprint').innerText()
  await at.page.getByLabel(exactly(at.t('invite.same'))).check()
  return digits
}

/** It writes the invitation onto the stick, and says so in these words. */
export async function writeInvitationAt(at: AtDesk, stick: string, words: Key): Promise<void> {
  await at.desk.answerNextDialog({ filePaths: [stick] })
  await button(at, 'invite.write').click()
  await at.page.getByText(said(at, words)).waitFor()
  await button(at, 'act.close').last().click()
}

/** The new computer opens its invitation and somebody new is to work at it; `server`: takes the answer that lies beside it. */
export async function openInvitation(fresh: AtDesk, stick: string, server = async () => {}): Promise<void> {
  await fresh.desk.answerNextDialog({ filePaths: [await fileOn(stick, '.qinvite')] })
  await button(fresh, 'join.open').click()
  await server()
  await fresh.page.getByText(said(fresh, 'join.found')).waitFor()
  await fieldOf(fresh, 'first.name').last().fill('Серіков Бауыржан')
  await fieldOf(fresh, 'first.post_kk').last().fill('Бас маман')
  await fieldOf(fresh, 'first.post_ru').last().fill('Главный специалист')
}

/** It begins in the office: the program ends. */
export async function beginHere(fresh: AtDesk): Promise<void> {
  await button(fresh, 'join.begin').click()
  await fresh.desk.exited
  await fresh.desk.close()
}
