import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { iinOf } from '#test/fault/product-rig.ts'
import { type AtDesk, sitDown } from './pages/at-desk.ts'
import { goTo, speak } from './pages/frame.ts'
import {
  ask,
  beginHere,
  button,
  fileOn,
  folder,
  openInvitation,
  openRequest,
  said,
  writeInvitationAt,
} from './pages/joining.ts'
import { registerAtDesk } from './pages/registering.ts'
import { flowsIn, patternOf } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PICTURES = process.env.DESK_PICTURES
const FIRST = { surname: 'Ермеков', given: 'Болат', iin: iinOf(4101), essence: 'Баспана кезегі туралы' }
const THIRD = { surname: 'Кенжебаев', given: 'Ерлан', iin: iinOf(4103), essence: 'Жер учаскесі туралы' }
const SECOND = { surname: 'Садықова', given: 'Ләззат', iin: iinOf(4102), essence: 'Жол жөндеу туралы' }

async function picture({ page }: AtDesk, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true })
}

/** Writes what is new into the folder; the file. */
async function writeNew(at: AtDesk, stick: string): Promise<string> {
  const before = await readdir(stick)
  await goTo(at, 'settings')
  await at.desk.answerNextDialog({ filePaths: [stick] })
  await button(at, 'parcel.write').click()
  await at.page.getByText(said(at, 'parcel.written')).waitFor()
  return fileOn(stick, '.qsync', before)
}

async function takeIn(at: AtDesk, file: string): Promise<void> {
  await goTo(at, 'settings')
  await at.desk.answerNextDialog({ filePaths: [file] })
  await button(at, 'parcel.take').first().click()
  await button(at, 'parcel.take_act').click()
  await at.page.getByText(said(at, 'parcel.taken')).waitFor()
  await button(at, 'act.close').last().click()
}

const countOf = (at: AtDesk) =>
  at.page.evaluate(async () => {
    const found = await window.desk.journalVerify({})
    return found.ok ? found.value : null
  })

describe.each(flowsIn('ru'))('files between two desks, %s', language => {
  test('a computer joins by invitation; what is registered at one is seen at the other, both ways', async () => {
    const { at } = await sitAtForTest('begun', language)
    const stick = await folder('stick')
    const userData = await folder('second')
    const fresh = await sitDown(language, { userData })
    await speak(fresh, language)
    await picture(fresh, `join-first-${language}`)
    const digits = await ask(fresh, stick)
    await picture(fresh, `join-ask-${language}`)

    expect(await openRequest(at, stick)).toBe(digits)
    await picture(at, `invite-${language}`)
    await writeInvitationAt(at, stick, 'invite.written')
    await openInvitation(fresh, stick)
    await picture(fresh, `join-begin-${language}`)
    await beginHere(fresh)

    const second = await sitDown(language, { userData })
    try {
      await second.page.getByRole('heading', { level: 1, name: second.t('today.title'), exact: true }).waitFor()
      await registerAtDesk(second, SECOND)
      await takeIn(at, await writeNew(second, stick))
      await registerAtDesk(at, FIRST)
      await picture(at, `parcels-${language}`)
      await takeIn(second, await writeNew(at, stick))
      await picture(second, `parcels-second-${language}`)
      for (const desk of [at, second]) {
        await goTo(desk, 'applications')
        for (const { surname } of [FIRST, SECOND]) await desk.page.getByText(surname).first().waitFor()
      }
      const [one, two] = [await countOf(at), await countOf(second)]
      expect([one?.brokenAt, two?.brokenAt]).toEqual([null, null])
      expect(two?.records).toBe(one?.records)

      await goTo(at, 'settings')
      await at.page.getByRole('button', { name: new RegExp(`^${at.t('desks.retire')}`) }).click()
      await at.page
        .getByRole('dialog')
        .getByRole('button', { name: at.t('desks.retire'), exact: true })
        .click()
      await at.page.getByText(at.t('desks.retired'), { exact: true }).waitFor()
      const wrote = at.page.getByText(patternOf(at.t('desks.wrote_after', { when: '{{when}}' })))
      expect(await wrote.count()).toBe(0)
      await registerAtDesk(second, THIRD)
      await takeIn(at, await writeNew(second, stick))
      await wrote.waitFor()
      await wrote.scrollIntoViewIfNeeded()
      await picture(at, `desks-wrote-after-${language}`)
    } finally {
      await second.desk.close()
    }
  })
})
