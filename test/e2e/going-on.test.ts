import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type AtDesk, copyOf, exactly, remove } from './pages/at-desk.ts'
import { goTo } from './pages/frame.ts'
import { folder } from './pages/joining.ts'
import {
  installationOf,
  person,
  second,
  secondComputer,
  seesInList,
  setServer,
  standing,
  wireForTest,
} from './pages/other-desks.ts'
import { registerAtDesk } from './pages/registering.ts'
import { administrator, answerRequest, askServer, digitsTold, openAnswer } from './pages/server-by-file.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `going-on-${name}-${language}.png`) })
}

/** The desk decides to be another one: the program ends. */
async function goOn(at: AtDesk): Promise<void> {
  const { page, t } = at
  await goTo(at, 'settings')
  await page.getByText(t('desks.behind'), { exact: true }).waitFor({ timeout: 60_000 })
  await picture(at, 'card')
  await page.getByRole('button', { name: exactly(t('desks.go_on')) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('desks.go_on_means'), { exact: true }).waitFor()
  await picture(at, 'dialog')
  await dialog.getByRole('button', { name: exactly(t('desks.go_on')) }).click()
  await at.desk.exited
  await at.desk.close()
}

describe.each(flowsIn('kk'))('a disk that is older than what the desk wrote, %s', language => {
  test('is stopped, goes on as a new desk with what only it had, and has everything that others have', async () => {
    const wire = await wireForTest()
    const { at: begun, userData } = await sitAtForTest('begun', language)
    await begun.desk.close()
    const older = await copyOf(userData)
    onTestFinished(() => remove(older))
    const b = await second(await secondComputer(userData), language)
    await setServer(b, wire)
    const first = await second(userData, language)
    await setServer(first, wire)
    await registerAtDesk(first, person('Бұрынғыева'))
    await seesInList(b, 'Бұрынғыева')
    const old = await installationOf(first)
    await first.desk.close()

    const back = await second(older, language)
    await registerAtDesk(back, person('Мұндағыева'))
    await setServer(back, wire)
    await goOn(back)
    const again = await second(older, language)
    expect(await installationOf(again)).not.toBe(old)
    await goTo(again, 'settings')
    // Its account on the server is the old one's: it asks for one of its own by a file.
    await again.page.getByText(again.t('desks.why.login')).waitFor({ timeout: 60_000 })
    const stick = await folder('stick')
    const shown = await askServer(again, stick)
    const admin = await administrator(wire, await folder('admin'))
    const answered = await answerRequest(admin, wire, stick)
    expect(answered).toContain(shown)
    await openAnswer(again, stick, wire, digitsTold(answered))
    await standing(again, 'agreed')
    await again.page.getByText(again.t('desks.replaces', { letter: 'А' })).waitFor()
    await picture(again, 'after')
    await seesInList(again, 'Бұрынғыева')
    await seesInList(again, 'Мұндағыева')
    await seesInList(b, 'Мұндағыева')
    await registerAtDesk(again, person('Жаңаева'))
    await seesInList(b, 'Жаңаева')
  }, 240_000)
})
