import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type AtDesk, sitDown } from './pages/at-desk.ts'
import { speak } from './pages/frame.ts'
import { ask, beginHere, folder, openInvitation, openRequest, writeInvitationAt } from './pages/joining.ts'
import { installationOf, person, second, seesInList, standing, wireForTest } from './pages/other-desks.ts'
import { registerAtDesk } from './pages/registering.ts'
import { administrator, answerRequest, askServer, digitsTold, openAnswer, takeServer } from './pages/server-by-file.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  if (!PICTURES) return
  const standing = page.locator('.desks-standing')
  if ((await standing.count()) > 0) await standing.scrollIntoViewIfNeeded()
  await page.screenshot({ path: path.join(PICTURES, `by-server-${name}-${language}.png`) })
}

describe.each(flowsIn('kk'))('an office on a server, from nothing, %s', language => {
  test('the first desk and a new one are connected by files alone; registered at one, seen at the other', async () => {
    const wire = await wireForTest()
    const admin = await administrator(wire, await folder('admin'))
    await admin('init', wire.server.address)
    const { at } = await sitAtForTest('begun', language)
    await registerAtDesk(at, person('Бұрынғыева'))
    const own = await folder('first-stick')
    const shown = await askServer(at, own)
    await picture(at, 'ask')
    const answered = await answerRequest(admin, wire, own)
    expect(answered).toContain(shown)
    await openAnswer(at, own, wire, digitsTold(answered))
    await standing(at, 'agreed')
    await picture(at, 'agreed')

    const [stick, userData] = [await folder('stick'), await folder('second')]
    const fresh = await sitDown(language, { userData })
    onTestFinished(() => fresh.desk.close())
    await speak(fresh, language)
    const digits = await ask(fresh, stick)
    await picture(fresh, 'join')
    const told = await answerRequest(admin, wire, stick)
    expect(told).toContain(digits)
    expect(await openRequest(at, stick)).toBe(digits)
    await at.page.getByText(at.t('invite.answered')).waitFor()
    await picture(at, 'invite')
    await writeInvitationAt(at, stick, 'invite.written_alone')
    expect((await readdir(stick)).filter(name => name.endsWith('.qsync'))).toEqual([])
    await openInvitation(fresh, stick, async () => {
      // What somebody says who has only the stick is not taken.
      await takeServer(fresh, wire.proxy.address, digits)
      await fresh.page.getByText(fresh.t('error.server.digits')).waitFor()
      await picture(fresh, 'digits')
      await takeServer(fresh, wire.proxy.address, digitsTold(told))
    })
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
    const standings = await admin('status', wire.server.address)
    for (const desk of [at, b]) expect(standings).toMatch(new RegExp(`${await installationOf(desk)}.*\\d\\d:\\d\\d`))
  }, 240_000)
})
