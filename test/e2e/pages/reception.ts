import type { Locator } from 'playwright-core'
import type { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { Official } from '#shared/official/model.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import type { AtDesk } from './at-desk.ts'

/** An action as main answers it, as far as a test looks at it. */
interface Done {
  readonly id: string
  readonly entity: string
}

/** Asks main as another window of the same desk would; throws where it refuses. */
export async function ask<T>({ page }: AtDesk, verb: string, args: object): Promise<T> {
  const answer = await page.evaluate(`window.desk.${verb}(${JSON.stringify(args)})`)
  const { ok, value, error } = answer as { ok: boolean; value: T; error?: { code: string } }
  if (!ok) throw new Error(`${verb}: ${error?.code}`)
  return value
}

/** Composes an act by hand on an entity as it stands. */
export async function act(
  at: AtDesk,
  entity: string,
  type: string,
  basedOn: string | null,
  body: object = {},
  personal: object | null = null,
) {
  const { action } = await ask<{ action: Done }>(at, 'journalAct', {
    intent: { entity, type, basedOn, body },
    personal,
  })
  return action
}

/** Registers an application as the register screen does. */
export async function registered(
  at: AtDesk,
  request: string,
  registration: Partial<Registration>,
  personal: Partial<RegistrationPersonal>,
): Promise<Done> {
  const asked = {
    request,
    registration: makeRegistration({ noIin: 'not_at_hand', ...registration }),
    personal: makeRegistrationPersonal(personal),
    subject: null,
    draft: null,
  }
  return (await ask<{ action: Done }>(at, 'applicationRegister', asked)).action
}

export const AKIM = 'akim-1'
export const DEPUTY = 'deputy-2'

/** Two officials with rooms, and four applications of today: booked, out of turn, represented, and without an official. */
export async function seedReception(at: AtDesk, today: PlainDate): Promise<void> {
  for (const [id, category, surname, room] of [
    [AKIM, 'akim', { kk: 'Сапаров', ru: 'Сапаров' }, '301'],
    [DEPUTY, 'deputy_akim', { kk: 'Ермекова', ru: 'Ермекова' }, '205'],
  ] as const) {
    await act(at, `official:${id}`, 'official.added', null, {
      official: makeOfficial(id, category, surname, room),
      batch: null,
    })
  }
  const booked = await registered(
    at,
    'a'.repeat(16),
    { officialId: AKIM },
    { surname: 'Кузнецова', given: 'Ольга', patronymic: 'Сергеевна', iin: '' },
  )
  const booking = { officialId: AKIM, date: today, time: '00:00' as PlainTime }
  await act(at, booked.entity, 'application.booked', booked.id, { booking })
  await registered(
    at,
    'b'.repeat(16),
    { officialId: AKIM, needs: ['wheelchair'] },
    { surname: 'Тілеуов', given: 'Жанболат', patronymic: 'Асқарұлы', iin: '', category: 'disability', proofSeen: true },
  )
  await registered(
    at,
    'c'.repeat(16),
    { officialId: DEPUTY, represented: true, delegation: 3 },
    {
      surname: 'Ермеков',
      given: 'Қуаныш',
      patronymic: '',
      iin: '',
      principal: { surname: 'Сейітов', given: 'Ерлан', patronymic: '', iin: '', organisation: '', bin: '' },
      powers: {
        document: 'power_of_attorney',
        number: 'С-118',
        issuer: 'нотариус',
        issued: null,
        validTo: '2020-01-31' as PlainDate,
        scope: '',
      },
    },
  )
  await registered(
    at,
    'd'.repeat(16),
    { officialId: null, language: 'ru' },
    { surname: 'Шевченко', given: 'Андрей', patronymic: 'Иванович', iin: '' },
  )
}

/** A delegation of three, of whom one has no name yet. */
export async function seedDelegation(at: AtDesk, letter: string): Promise<void> {
  const members = [{ surname: 'Оспанова', given: 'Дина', patronymic: '', iin: '' }]
  const person = { surname: 'Жақыпов', given: 'Марат', patronymic: '', iin: '', members }
  await registered(at, letter.repeat(16), { officialId: null, delegation: 3 }, person)
}

function makeOfficial(
  id: string,
  category: Official['category'],
  surname: { kk: string; ru: string },
  room: string,
): Official {
  const given = { kk: 'Дәурен', ru: 'Даурен' }
  const empty = { kk: '', ru: '' }
  const name = { surname, given, patronymic: empty }
  return Official.parse({
    id,
    category,
    name,
    position: { kk: 'әкім', ru: 'аким' },
    unit: empty,
    room,
    rule: null,
    from: null,
    to: null,
  })
}

/** Goes to the reception day by its key and waits for it. */
export async function goToReception({ page, t }: AtDesk): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByRole('heading', { level: 1, name: t('nav.reception'), exact: true }).waitFor()
}

/** The field in which somebody who came is looked for. */
export function whoCame({ page, t }: AtDesk): Locator {
  return page.getByRole('combobox', { name: t('reception.who') })
}

/** The applications offered for who came, once they are the answer to what is typed. */
export function candidates({ page, t }: AtDesk): Locator {
  const list = page.getByRole('listbox', { name: t('reception.candidates') })
  return list.and(page.locator('[aria-busy="false"]')).getByRole('option')
}

/** The line of a visitor by a part of the name. */
export function lineOf({ page, t }: AtDesk, name: string): Locator {
  return page
    .getByRole('table', { name: t('reception.line') })
    .getByRole('row')
    .filter({ hasText: name })
}

/** The line of a visitor while it has the focus: what was done is saved, and the next key is heard. */
export function focusedLine(at: AtDesk, name: string): Locator {
  return lineOf(at, name).getByRole('link').and(at.page.locator(':focus'))
}

/** The pane of the chosen visitor. */
export function visitorPane({ page, t }: AtDesk): Locator {
  return page.getByRole('complementary', { name: t('reception.visitor') })
}

/** Checks somebody in by keys and waits until the number of the document may be typed. */
export async function checkIn(at: AtDesk, typed: string): Promise<void> {
  const { page } = at
  await page.keyboard.press('F7')
  await whoCame(at).fill(typed)
  await candidates(at).filter({ hasText: typed }).first().waitFor()
  await page.keyboard.press('Enter')
  await numberField(at).and(page.locator(':focus')).waitFor()
}

/** Types as a USB scanner does: each sign a key, as quick as they go, whatever letters the layout makes of the keys. */
export async function scan({ page }: AtDesk, signs: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const since = Date.now() / 1000
  const sent = [...signs].flatMap((sign, index) => {
    const [key, text] = sign === '\n' ? ['Enter', '\r'] : [sign, sign]
    // The pace is the scanner's own, however slowly a busy machine passes its keys on.
    const timestamp = since + index * 0.002
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
    ]
  })
  await Promise.all(sent)
  await session.detach()
}

/** The field of the number of a document in the form of a check. */
export function numberField({ page, t }: AtDesk): Locator {
  return page.getByLabel(t('identity.number'), { exact: true })
}

/** Calls a visitor of the line by keys to room 5 and lets them come in. */
export async function toService(at: AtDesk, name: string): Promise<void> {
  const { page, t } = at
  await lineOf(at, name).getByRole('link').focus()
  await page.getByRole('textbox', { name: t('reception.room') }).fill('5')
  await lineOf(at, name).getByRole('link').focus()
  await page.keyboard.press('Enter')
  await lineOf(at, name).getByText(t('visit.status.called'), { exact: true }).waitFor()
  await focusedLine(at, name).waitFor()
  await page.keyboard.press('Enter')
  await lineOf(at, name).getByText(t('visit.status.served'), { exact: true }).waitFor()
}

/** The newest action of an entity, as another window would know it. */
export async function headOfEntity(at: AtDesk, id: string): Promise<string | null> {
  const { actions } = await ask<{ actions: Done[] }>(at, 'journalRead', { after: {}, limit: 2000 })
  return actions.findLast(one => one.entity === id)?.id ?? null
}

/** The visit of a person in the line and its newest action, as another window would know them. */
export async function headOf(at: AtDesk, name: string): Promise<{ id: string; head: string | null }> {
  const id = (await lineOf(at, name).getAttribute('data-visit')) ?? ''
  return { id, head: await headOfEntity(at, id) }
}

/** Another window acts in the same moment in which the key of the call is pressed here. */
export async function raceWithCall({ page }: AtDesk, intent: object): Promise<void> {
  await page.evaluate(`void window.desk.journalAct(${JSON.stringify({ intent })})
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9' }))`)
}
