import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runAdmin } from '#electron/admin/run-admin.ts'
import { type AtDesk, exactly } from './at-desk.ts'
import { goTo } from './frame.ts'
import { button, fileOn } from './joining.ts'
import type { Wire } from './other-desks.ts'

/** Types a command of the administrator's program; what it said. Throws where all is not well. */
export type Administrator = (...words: string[]) => Promise<string>

/** The administrator of the server, who keeps its certificate in a folder. */
export async function administrator({ server, office, authority }: Wire, place: string): Promise<Administrator> {
  const ca = path.join(place, 'server.pem')
  await writeFile(ca, authority)
  return async (...words) => {
    const said: string[] = []
    const code = await runAdmin({
      argv: [...words, '--office', office.code, '--admin', server.admin.name, '--ca', ca],
      environment: { LANG: 'ru_RU.UTF-8', QABYLDAU_ADMIN_PASSWORD: server.admin.password },
      say: line => said.push(line),
      complain: line => said.push(line),
      askPassword: async () => '',
    })
    if (code !== 0) throw new Error(`${words[0]}: ${said.join('\n')}`)
    return said.join('\n')
  }
}

/** Answers the request on a stick; what was said. */
export async function answerRequest(admin: Administrator, { server, proxy }: Wire, stick: string): Promise<string> {
  return admin('invite', server.address, await fileOn(stick, '.qjoin'), '--at', proxy.address)
}

/** A standing desk writes its request onto a stick; the digits it shows. */
export async function askServer(at: AtDesk, stick: string): Promise<string> {
  await goTo(at, 'settings')
  await button(at, 'desks.ask.button').click()
  const dialog = at.page.getByRole('dialog')
  await at.desk.answerNextDialog({ filePaths: [stick] })
  await dialog.getByRole('button', { name: exactly(at.t('desks.ask.write')) }).click()
  return dialog.locator('.fingerprint').innerText()
}

/** The digits of an answer, as the administrator tells them who has these words before them. */
export function digitsTold(words: string): string {
  return /Цифры ответа: ([\d ]{24})/.exec(words)?.[1] ?? ''
}

/** Types the digits of the answer beside the server's address. */
export async function takeServer(at: AtDesk, address: string, digits: string): Promise<void> {
  const dialog = at.page.getByRole('dialog')
  await dialog.getByText(address, { exact: true }).waitFor()
  await dialog.getByLabel(exactly(at.t('answer.digits'))).fill(digits)
  await dialog.getByRole('button', { name: exactly(at.t('answer.take')) }).click()
}

/** It opens the answer on the stick and takes it by the digits it was told: the server is set. */
export async function openAnswer(at: AtDesk, stick: string, { proxy }: Wire, digits: string): Promise<void> {
  const dialog = at.page.getByRole('dialog')
  await at.desk.answerNextDialog({ filePaths: [await fileOn(stick, '.qserver')] })
  await dialog.getByRole('button', { name: exactly(at.t('desks.ask.open')) }).click()
  await takeServer(at, proxy.address, digits)
  await dialog.waitFor({ state: 'hidden' })
}
