import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookingKey } from '#shared/application/registration.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { type AtDesk, remove } from './pages/at-desk.ts'
import { goToAddress } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { journal } from './pages/journal.ts'
import { beginOwedLetter, papersOf, signLetter } from './pages/letter-writing.ts'
import { bare, picture } from './pages/paper.ts'
import { APPLICANTS } from './pages/planner.ts'
import { seedBooked, signLetterOf } from './pages/planner-absence.ts'
import { datesIn, flowsIn, type WordKey } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'planner-absence-'))
})
afterAll(() => remove(folder))

const typed = (date: string) => date.split('-').toReversed().join('.')

/** Acts by keys on what a screen shows. */
function handsOf({ page, t }: AtDesk) {
  return {
    press: async (key: WordKey, params = {}) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: t(key, params), exact: true })
        .focus()
      await page.keyboard.press('Enter')
    },
    pressOf: async (key: WordKey, whose: string) => {
      const name = new RegExp(`^${t(key)}: .*${whose}`)
      await page.getByRole('main').getByRole('button', { name }).first().focus()
      await page.keyboard.press('Enter')
    },
    agree: async (key: WordKey) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t(key), exact: true })
        .focus()
      await page.keyboard.press('Enter')
    },
    write: (key: WordKey, text: string) => page.getByLabel(t(key), { exact: true }).fill(text),
    said: (key: WordKey, params = {}) =>
      page
        .getByRole('status')
        .filter({ hasText: t(key, params) })
        .first()
        .waitFor(),
  }
}

/** The times an application was given, the last one last. */
async function timesOf(at: AtDesk, entity: string) {
  return (await journal(at)).flatMap(action =>
    action.entity === entity && action.type === 'application.booked'
      ? [bodyOf('application.booked', action).booking]
      : [],
  )
}

describe.each(flowsIn('kk'))('the akim falls ill, %s', language => {
  test('one agrees and is moved, one is not reached; it is taken back as a whole, but not once a letter is out (clause 15)', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    const { press, pressOf, agree, write, said } = handsOf(at)
    await (await inspect(at)).resize(OFFICE_SCREEN)
    const { month, first, second, people } = await seedBooked(at)
    const [one] = people
    await signLetterOf(at, one!, 'appointment', 'a'.repeat(16))
    const tell = async () => {
      await press('absence.tell')
      await page
        .getByRole('radio', { name: t('absence.missing.official'), exact: true })
        .and(page.locator(':focus'))
        .waitFor()
      await write('absence.from', typed(first))
      await write('absence.to', typed(first))
      await page.getByRole('region', { name: t('cascade.affected', { number: 3 }), exact: true }).waitFor()
      await pressOf('cascade.said.agreed', APPLICANTS[0])
      await said('cascade.agreed', { number: 1, all: 3 })
    }

    await goToAddress(at, `#/schedule?part=absences&month=${month}`)
    await tell()
    await pressOf('cascade.said.not_reached', APPLICANTS[1])
    await pressOf('cascade.other', APPLICANTS[2])
    await picture(at, 'absence-cascade')
    await press('absence.act', { number: 1 })
    await said('absence.done', { number: 1 })
    await page.getByRole('link', { name: t('absence.next.to_call', { number: 2 }), exact: true }).waitFor()
    await picture(at, 'absence-done')
    expect((await timesOf(at, one!.entity)).at(-1)).toMatchObject({ date: second, time: '10:00' })
    const calls = (await journal(at)).filter(({ type }) => type === 'contact.logged')
    expect(calls).toHaveLength(1)

    await pressOf('absence.take_back', '')
    await agree('absence.take_back')
    await said('absence.taken_back', { number: 1 })
    expect((await timesOf(at, one!.entity)).at(-1)).toEqual(one!.booking)

    await tell()
    await press('absence.act', { number: 1 })
    await said('absence.done', { number: 1 })
    await page.getByRole('link', { name: t('absence.next.letters', { number: 1 }), exact: true }).click()
    await page.getByRole('main').getByRole('link').filter({ hasText: APPLICANTS[0] }).click()
    await page.getByText(t('letter.kind.moved'), { exact: true }).first().waitFor()
    await picture(at, 'absence-letter-owed')
    const booking = (await timesOf(at, one!.entity)).at(-1)!
    expect(bookingKey(booking)).not.toBe(bookingKey(one!.booking))
    await beginOwedLetter(at, 'moved')
    await picture(at, 'moved-written')
    await signLetter(at)
    const letter = await papersOf(at, folder, 'moved', 'kk')
    const days = [officialDate(first, datesIn('kk'), 'to'), officialDate(second, datesIn('kk'))]
    for (const paper of [letter.pdf, letter.docx]) {
      for (const said of [...days, APPLICANTS[0], letter.number, '10:00', '301']) expect(paper).toContain(bare(said))
      expect(paper).toContain('15-тармағына')
      expect(paper).toMatch(/Себебі:\S+\./)
      expect(paper).not.toContain('{{')
    }
    await goToAddress(at, `#/schedule?part=absences&month=${month}`)
    await pressOf('absence.take_back', '')
    await agree('absence.take_back')
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await picture(at, 'absence-letters-out')
    expect((await timesOf(at, one!.entity)).at(-1)).toEqual(booking)
  })
})

describe.each(flowsIn('ru'))('what would be if the akim were away, %s', language => {
  test('looked at and dropped, nothing is real; applied, it is', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { page, t } = at
    const { press, agree, write, said } = handsOf(at)
    await (await inspect(at)).resize(OFFICE_SCREEN)
    const { month, first } = await seedBooked(at)
    const before = (await journal(at)).length
    const look = async () => {
      await write('absence.from', typed(first))
      await write('absence.to', typed(first))
      await press('what_if.look')
      await page.getByRole('region', { name: t('what_if.duties'), exact: true }).waitFor()
    }

    await goToAddress(at, `#/schedule?part=what_if&month=${month}`)
    await page.getByText(t('what_if.not_real')).waitFor()
    await look()
    await page.getByRole('region', { name: t('what_if.repair', { number: 3 }), exact: true }).waitFor()
    await picture(at, 'what-if')
    await press('what_if.drop')
    await page.getByRole('region', { name: t('what_if.duties'), exact: true }).waitFor({ state: 'detached' })
    expect(await journal(at)).toHaveLength(before)

    await look()
    await press('what_if.apply')
    await page.getByRole('dialog').waitFor()
    await picture(at, 'what-if-apply')
    await agree('what_if.apply')
    await said('what_if.applied')
    const acts = (await journal(at)).slice(before).map(({ type }) => type)
    expect(acts.toSorted()).toEqual(['absence.set', ...Array(3).fill('application.booked')])
  })
})
