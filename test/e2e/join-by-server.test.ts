import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runAdmin } from '#electron/admin/run-admin.ts'
import { type AtDesk, exactly, sitDown } from './pages/at-desk.ts'
import { goTo, speak } from './pages/frame.ts'
import {
  ask,
  beginHere,
  button,
  fileOn,
  folder,
  openInvitation,
  openRequest,
  writeInvitationAt,
} from './pages/joining.ts'
import { installationOf, person, second, seesInList, standing, type Wire, wireForTest } from './pages/other-desks.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `by-server-${name}-${language}.png`) })
}

/** What the administrator of the server types, and what is said. */
async function administrator({ server, office, authority }: Wire, stick: string) {
  const ca = path.join(stick, 'server.pem')
  await writeFile(ca, authority)
  return async (...words: string[]): Promise<string> => {
    const said: string[] = []
    const code = await runAdmin({
      argv: [...words, '--office', office.code, '--admin', server.admin.name, '--ca', ca],
      environment: { LANG: 'ru_RU.UTF-8', QABYLDAU_ADMIN_PASSWORD: server.admin.password },
      say: line => said.push(line),
      complain: line => said.push(line),
      askPassword: async () => '',
    })
    expect([code, said.join('\n')]).toEqual([0, expect.any(String)])
    return said.join('\n')
  }
}

/** The standing desk is connected by files: a request, and the answer of the administrator. */
async function connect(at: AtDesk, stick: string, answer: (request: string) => Promise<string>): Promise<void> {
  await goTo(at, 'settings')
  await button(at, 'desks.ask.button').click()
  const dialog = at.page.getByRole('dialog')
  await at.desk.answerNextDialog({ filePaths: [stick] })
  await dialog.getByRole('button', { name: exactly(at.t('desks.ask.write')) }).click()
  const digits = await dialog.locator('.fingerprint').innerText()
  await picture(at, 'ask')
  expect(await answer(await fileOn(stick, '.qjoin'))).toContain(digits)
  await at.desk.answerNextDialog({ filePaths: [await fileOn(stick, '.qserver')] })
  await dialog.getByRole('button', { name: exactly(at.t('desks.ask.open')) }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe.each(flowsIn('kk'))('an office on a server, from nothing, %s', language => {
  test('the first desk and a new one are connected by files alone; registered at one, seen at the other', async () => {
    const wire = await wireForTest()
    const admin = await administrator(wire, await folder('admin'))
    await admin('init', wire.server.address)
    const answer = (request: string) => admin('invite', wire.server.address, request, '--at', wire.proxy.address)
    const { at } = await sitAtForTest('begun', language)
    await registerAtDesk(at, person('Бұрынғыева'))
    await connect(at, await folder('first-stick'), answer)
    await standing(at, 'agreed')
    await picture(at, 'agreed')

    const [stick, userData] = [await folder('stick'), await folder('second')]
    const fresh = await sitDown(language, { userData })
    onTestFinished(() => fresh.desk.close())
    await speak(fresh, language)
    const digits = await ask(fresh, stick)
    await picture(fresh, 'join')
    expect(await answer(await fileOn(stick, '.qjoin'))).toContain(digits)
    expect(await openRequest(at, stick)).toBe(digits)
    await at.page.getByText(at.t('invite.answered')).waitFor()
    await picture(at, 'invite')
    await writeInvitationAt(at, stick, 'invite.written_alone')
    expect((await readdir(stick)).filter(name => name.endsWith('.qsync'))).toEqual([])
    await openInvitation(fresh, stick)
    await picture(fresh, 'begin')
    await beginHere(fresh)

    const b = await second(userData, language)
    await standing(b, 'agreed')
    await picture(b, 'joined')
    await seesInList(b, 'Бұрынғыева')
    await registerAtDesk(b, person('Ғабитова'))
    await seesInList(at, 'Ғабитова')
    await registerAtDesk(at, person('Әділханова'))
    await seesInList(b, 'Әділханова')
    const told = await admin('status', wire.server.address)
    for (const desk of [at, b]) expect(told).toMatch(new RegExp(`${await installationOf(desk)}.*\\d\\d:\\d\\d`))
  }, 240_000)
})
