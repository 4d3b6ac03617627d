import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addDays, PlainDate } from '#shared/time/plain-date.ts'
import { official } from '#test/fixtures/schedule.ts'
import type { AtDesk } from './pages/at-desk.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { flowsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PERSON = {
  surname: 'Әбдіғалиева',
  given: 'Ұлжан',
  iin: '850101400011',
  essence: 'Көшеде жарық жоқ, қалпына келтіруді сұраймын',
}
const EXECUTOR = { officialId: null, unit: '', body: null, who: 'Есенова Айгүл Болатқызы' }

const main = ({ page }: AtDesk) => page.getByRole('main')
const pane = ({ page, t }: AtDesk) => page.getByRole('complementary', { name: t('control.instruction'), exact: true })
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')

async function picture({ page, language }: AtDesk, name: string): Promise<void> {
  const pictures = process.env.DESK_PICTURES
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}-${language}.png`) })
}

/** A signed protocol with one instruction, as the screens of protocols make it. */
async function instructed(at: AtDesk, today: PlainDate): Promise<void> {
  const answer = await at.page.evaluate(
    async ({ person, executor, akim, on, dueOn }) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own type of the desk is of another world
      const desk = (window as any).desk
      const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => (byte % 36).toString(36)).join('')
      const added = {
        entity: 'official:akim1',
        type: 'official.added',
        basedOn: null,
        body: { official: akim, batch: null },
      }
      const known = await desk.journalAct({ intent: added, personal: null })
      if (!known.ok) return known
      const registration = {
        ...{ channel: 'oral', language: 'kk', topic: 'housing', subtopic: null, district: null, officialId: null },
        ...{ applicant: 'citizen', noIin: null, needs: [], delegation: null, represented: false },
        ...{ sameDay: false, consent: 'code', catchUp: null, findings: [] },
      }
      const personal = {
        ...{ ...person, patronymic: '', organisation: '', bin: '', position: '', phone: '+77011234567' },
        ...{ address: '', country: '', category: null, proofSeen: false, eotinish: '', interpreterLanguage: '' },
        ...{ members: [], principal: null, powers: null, papers: [] },
      }
      const made = { registration, personal, subject: null, draft: null }
      const registered = await desk.applicationRegister({ request: key(), ...made })
      if (!registered.ok) return registered
      const asked = { key: key(), executor, action: null, dueOn, earlier: [] }
      const protocol = {
        ...{ application: registered.value.action.entity, visit: null, batch: null, instead: null, reception: null },
        ...{
          officialId: 'akim1',
          place: '110',
          on,
          from: '10:00',
          to: '10:20',
          language: 'kk',
          secretary: 'А. Рахимова',
        },
        ...{ participants: [], media: null, profile: 'WKO-2020/2023', instructions: [asked] },
      }
      const text = 'Көше жарығын қалпына келтіру және арыз берушіге жауап беру'
      const words = { essence: person.essence, said: '', decision: 'Тапсырма берілсін', note: '', others: '' }
      const entity = `protocol:${key()}`
      const drafted = await desk.journalAct({
        intent: { entity, type: 'protocol.drafted', basedOn: null, body: { protocol } },
        personal: { ...words, actions: [{ key: asked.key, text }] },
      })
      if (!drafted.ok) return drafted
      const basedOn = drafted.value.action.id
      return desk.protocolSign({ entity, basedOn, request: key(), on, signedBy: 'akim1' })
    },
    { person: PERSON, executor: EXECUTOR, akim: official('akim1', 'akim', null), on: today, dueOn: addDays(today, 2) },
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
}

async function press(at: AtDesk, name: string): Promise<void> {
  await pane(at).getByRole('button', { name, exact: true }).click()
}

async function confirm(at: AtDesk, act: string): Promise<void> {
  await dialog(at).getByRole('button', { name: act, exact: true }).click()
  await dialog(at).waitFor({ state: 'detached' })
}

test.each(flowsIn('ru'))(
  'an instruction is extended, executed and answered, and not closed by the hand that noted it, %s',
  async language => {
    const { at } = await sitAtForTest('begun', language)
    const { t, page } = at
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    const today = PlainDate.parse(await page.locator('.top-date').getAttribute('datetime'))
    await instructed(at, today)
    await goTo(at, 'today')
    await main(at)
      .getByText(t('control.today.soon', { count: 1 }))
      .waitFor()
    await goTo(at, 'control')
    await main(at).getByText(PERSON.surname).first().waitFor()
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'board')
    await main(at).locator('a.cover').first().press('Enter')
    await pane(at).waitFor()
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'pane')

    await press(at, t('control.act.extended'))
    const label = (key: Parameters<typeof t>[0]) => dialog(at).getByLabel(t(key), { exact: true })
    await label('control.extend.to').fill(addDays(today, 20).split('-').toReversed().join('.'))
    await label('control.extend.number').fill('12-3/4')
    await label('control.extend.by').fill('А. Серіков')
    await picture(at, 'extend')
    await confirm(at, t('control.act.extended.act'))
    await pane(at).getByText(t('control.done.extended')).waitFor()

    await press(at, t('control.act.reassigned'))
    await dialog(at).locator(':focus').waitFor()
    await picture(at, 'reassign')
    await page.keyboard.press('Escape')
    await dialog(at).waitFor({ state: 'detached' })

    await press(at, t('control.act.executed'))
    await label('control.executed.text').fill('Көше жарығы қалпына келтірілді')
    await confirm(at, t('control.act.executed.act'))
    expect(
      await pane(at)
        .getByRole('button', { name: t('control.act.closed'), exact: true })
        .count(),
    ).toBe(0)

    await press(at, t('control.act.answered'))
    await label('control.answer.number').fill('ЖТ-17')
    await label('control.answer.reasoned').check()
    await picture(at, 'answer')
    await confirm(at, t('control.act.answered.act'))

    await press(at, t('control.act.closed'))
    await picture(at, 'close')
    await dialog(at).getByText(t('control.close.own')).waitFor()
    const closing = dialog(at).getByRole('button', { name: t('control.act.closed.act'), exact: true })
    expect(await closing.isDisabled()).toBe(true)
  },
)
