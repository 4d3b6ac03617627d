import { officeDate } from '#shared/time/office-time.ts'
import { card, listTable } from './applications.ts'
import type { AtDesk } from './at-desk.ts'
import { form, keep, openList } from './directories.ts'
import { fieldOf } from './first-run.ts'
import { goToAddress } from './frame.ts'
import { act, ask, candidates, checkIn, goToReception, headOf, lineOf, registered, seedReception } from './reception.ts'
import { closeDialog, openDialog, type Stop, stop, text } from './walk.ts'
import { ANALYTICS } from './walk-analytics.ts'
import { CALENDAR } from './walk-calendar.ts'
import { COMPLIANCE } from './walk-compliance.ts'
import { EXCHANGE } from './walk-exchange.ts'
import { RECEPTION_DAY } from './walk-reception-day.ts'
import { REPORTS } from './walk-reports.ts'
import type { WordKey } from './words.ts'

/** A person whose name has every letter that takes most room. */
const LONG_NAME = { surname: 'Қыстаубаева-Жүнісәлиева', given: 'Гүлжаһан', patronymic: 'Сәлімгерейқызы' } as const
const MATTER =
  'Тұрғын үйге мұқтаждар кезегіндегі орнының неге өзгергенін және кезектің қашан жететінін түсіндіруді сұрайды.'

/** Officials, applications of today and visitors: what the stops below stand on. */
export async function seedWork(at: AtDesk): Promise<void> {
  await seedReception(at, officeDate(Date.now()))
  await registered(
    at,
    'e'.repeat(16),
    { officialId: null, needs: ['interpreter'] },
    { ...LONG_NAME, iin: '', essence: MATTER },
  )
  await registered(at, 'f'.repeat(16), { officialId: null }, { surname: 'Оспанов', given: 'Ерлан', iin: '' })
}

function button({ page, t }: AtDesk, key: WordKey) {
  return page.getByRole('button', { name: t(key), exact: true })
}

async function fill(at: AtDesk, texts: Partial<Record<WordKey, string>>): Promise<void> {
  for (const [label, typed] of Object.entries(texts))
    await fieldOf(at, label as WordKey)
      .first()
      .fill(typed)
}

const REGISTER: readonly Stop[] = [
  stop('register-empty', async at => {
    await goToAddress(at, '#/register')
    await fieldOf(at, 'register.iin').waitFor()
  }),
  stop('register-findings', async at => {
    await fill(at, { 'register.iin': '850101400012', 'register.phone': '12' })
    await at.page.keyboard.press('Control+Enter')
    await at.page.locator('.register-form [aria-invalid="true"]').first().waitFor()
  }),
  stop('register-earlier', async at => {
    await fill(at, {
      ...{ 'register.iin': '', 'register.phone': '8 701 597 08 19', 'register.essence': MATTER },
      ...{ 'register.surname': LONG_NAME.surname, 'register.given': LONG_NAME.given },
    })
    await at.page.locator('.earlier-case').first().waitFor()
  }),
  stop('register-topics', async at => {
    const topic = at.page.getByRole('combobox', { name: at.t('register.topic'), exact: true })
    await topic.focus()
    await at.page.keyboard.press('ArrowDown')
    await at.page
      .getByRole('listbox', { name: at.t('register.topic') })
      .getByRole('option')
      .first()
      .waitFor()
  }),
  stop('register-parts', async at => {
    const { page, t } = at
    await page.keyboard.press('Enter')
    for (const key of ['Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0', 'Minus', 'Equal']) {
      await page.keyboard.press(`Alt+${key}`)
    }
    await page.getByRole('combobox', { name: t('register.applicant'), exact: true }).selectOption('legal_entity')
    await page.getByRole('combobox', { name: t('register.category'), exact: true }).selectOption({ index: 1 })
    for (const key of ['register.represented', 'register.delegated', 'register.late'] as const)
      await page.getByRole('checkbox', { name: t(key), exact: true }).check()
    await page.getByRole('checkbox', { name: t('register.need.interpreter'), exact: true }).check()
    await button(at, 'register.member.add').click()
    await button(at, 'register.paper.add').click()
    await page.keyboard.press('Control+Enter')
    await page.locator('.register-form [aria-invalid="true"]:focus').waitFor()
  }),
  stop('register-drafts', async at => {
    await at.page.keyboard.press('F8')
    await at.page.getByRole('navigation', { name: at.t('register.drafts') }).waitFor()
  }),
  stop('register-done', async at => {
    await fill(at, {
      ...{ 'register.surname': 'Сейдахметова', 'register.given': 'Ақмарал', 'register.phone': '+7 702 333 44 55' },
      'register.essence': MATTER,
    })
    await at.page.getByRole('combobox', { name: at.t('register.no_iin'), exact: true }).selectOption('not_at_hand')
    const topic = at.page.getByRole('combobox', { name: at.t('register.topic'), exact: true })
    await topic.focus()
    await at.page.keyboard.press('ArrowDown')
    await at.page.keyboard.press('Enter')
    await at.page.keyboard.press('Control+Enter')
    await text(at, 'register.done.title')
  }),
  stop('register-done-told', async at => {
    await at.page
      .getByRole('button', { name: at.t('register.done.talon') })
      .first()
      .click()
    await button(at, 'register.done.queue').click()
    await at.page.getByRole('main').locator('.notice.green').first().waitFor()
    await button(at, 'talon.save').waitFor()
  }),
  stop('register-correct', async at => {
    await goToAddress(at, `#/register?correct=${(await newestApplication(at)).slice('application:'.length)}`)
    await at.page.getByRole('combobox', { name: at.t('register.correct.ground'), exact: true }).waitFor()
  }),
]

/** Another application than that of the line. */
async function newestApplication(at: AtDesk): Promise<string> {
  const { actions } = await ask<{ actions: readonly { readonly entity: string; readonly type: string }[] }>(
    at,
    'journalRead',
    {
      after: {},
      limit: 2000,
    },
  )
  const found = actions.findLast(({ type }) => type === 'application.registered')
  if (found === undefined) throw new Error('nothing is registered')
  return found.entity
}

/** Takes a visitor on by what another window would do. */
async function acted(at: AtDesk, name: string, type: string, body: object = {}): Promise<void> {
  const { id, head } = await headOf(at, name)
  await act(at, id, type, head, body)
}

async function checked(at: AtDesk, name: string): Promise<void> {
  await checkIn(at, name)
  await at.page.keyboard.type('045678417')
  await at.page.keyboard.press('Enter')
  await lineOf(at, name).getByText(at.t('visit.status.waiting')).waitFor()
}

/** Calls a visitor as another window would: by the right of the one who is first at this hour, by hand any other. */
async function calledIn(at: AtDesk, name: string): Promise<void> {
  const { id, head } = await headOf(at, name)
  for (const reason of ['by_hand', 'out_of_turn', 'booked', 'arrival']) {
    const intent = { entity: id, type: 'visit.called', basedOn: head, body: { call: { room: '301', reason } } }
    const personal = reason === 'by_hand' ? { note: 'Аудармашы күтіп тұр' } : null
    const done = await ask(at, 'journalAct', { intent, personal }).then(
      () => true,
      (refused: Error) => {
        if (!refused.message.includes('visit.order_changed')) throw refused
        return false
      },
    )
    if (done) return
  }
  throw new Error(`nothing calls ${name}`)
}

const RECEPTION: readonly Stop[] = [
  stop('reception', at => goToReception(at)),
  stop('reception-candidates', async at => {
    await at.page.keyboard.press('F7')
    await candidates(at).first().waitFor()
  }),
  stop('reception-check', at => checkIn(at, 'Ермеков')),
  stop('reception-faults', async at => {
    await at.page.keyboard.press('Control+Enter')
    await text(at, 'identity.fault.number_missing')
  }),
  stop('reception-barred', async at => {
    await at.page.getByLabel(at.t('identity.number'), { exact: true }).fill('N12345678')
    await at.page.getByLabel(at.t('identity.comment'), { exact: true }).fill('Мерзімі өткен')
    await at.page.keyboard.press('Control+Enter')
    await lineOf(at, 'Ермеков').getByText(at.t('visit.status.barred')).waitFor()
  }),
  stop('reception-line', async at => {
    for (const name of ['Кузнецова', 'Тілеуов', 'Оспанов', 'Шевченко', LONG_NAME.surname]) await checked(at, name)
    await calledIn(at, 'Кузнецова')
    await acted(at, 'Кузнецова', 'visit.started')
    await calledIn(at, 'Оспанов')
    await acted(at, 'Оспанов', 'visit.missed')
    await acted(at, 'Сейдахметова', 'visit.left')
    await lineOf(at, 'Сейдахметова').getByText(at.t('visit.status.left')).waitFor()
  }),
  stop('reception-board', async at => {
    await at.page.keyboard.press('F4')
    await at.page.getByRole('table', { name: at.t('board.title'), exact: true }).waitFor()
  }),
  stop('reception-lanes', async at => {
    await at.page.keyboard.press('F4')
    await at.page.getByRole('list', { name: at.t('lanes.title'), exact: true }).waitFor()
  }),
  stop('reception-line-again', async at => {
    await at.page.keyboard.press('F4')
    await button(at, 'reception.rule').waitFor()
  }),
  stop('reception-rule', at => openDialog(at, button(at, 'reception.rule'))),
  stop('reception-record', async at => {
    await closeDialog(at)
    await openDialog(at, button(at, 'reception.record'))
  }),
  stop('reception-note', async at => {
    await closeDialog(at)
    await at.page.getByRole('textbox', { name: at.t('reception.room'), exact: true }).fill('110')
    await lineOf(at, LONG_NAME.surname).getByRole('link').focus()
    await at.page.keyboard.press('Enter')
    await at.page.getByLabel(at.t('reception.by_hand.note'), { exact: true }).and(at.page.locator(':focus')).waitFor()
    await at.page.keyboard.press('Enter')
    await text(at, 'error.visit.note_needed')
  }),
  stop('reception-called', async at => {
    await at.page.keyboard.press('Escape')
    await at.page.keyboard.press('F9')
    await lineOf(at, 'Шевченко').getByText(at.t('visit.status.called')).waitFor()
    await lineOf(at, 'Шевченко').getByRole('link').focus()
  }),
  stop('reception-finish', async at => {
    await lineOf(at, 'Кузнецова').getByRole('link').focus()
    await at.page.keyboard.press('Enter')
    await at.page.keyboard.press('Enter')
    await text(at, 'reception.result.missing')
  }),
]

const CARD: readonly Stop[] = [
  stop('applications-registered', async at => {
    await goToAddress(at, '#/applications')
    await listTable(at).getByRole('link').first().waitFor()
  }),
  stop('card-registered', async at => {
    await listTable(at).getByRole('row').filter({ hasText: 'Кузнецова' }).getByRole('link').click()
    await card(at)
      .getByRole('button', { name: at.t('act.drop_booking') })
      .waitFor()
  }),
  stop('card-why', async at => {
    await card(at)
      .getByRole('button', { name: at.t('why.button') })
      .nth(1)
      .press('Enter')
    await form(at).waitFor()
  }),
  stop('card-why-closed', async at => {
    await at.page.keyboard.press('Escape')
    await form(at).waitFor({ state: 'detached' })
  }),
  ...(
    [
      ['eotinish', '2'],
      ['book', '3'],
      ['drop_booking', '4'],
      ['paper', '7'],
      ['withdraw', '8'],
    ] as const
  ).map(([name, digit], index) =>
    stop(`card-${name}`, async at => {
      if (index > 0) await closeDialog(at)
      await at.page.keyboard.press(`Alt+Digit${digit}`)
      await form(at).waitFor()
    }),
  ),
  stop('view-save', async at => {
    await closeDialog(at)
    await at.page.keyboard.press('Escape')
    await goToAddress(at, '#/applications?status=open')
    await openDialog(at, button(at, 'views.save'))
  }),
]

const DIRECTORIES: readonly Stop[] = [
  stop('directories', async at => {
    await closeDialog(at)
    await openList(at, 'topic')
  }),
  stop('directories-body', at => openList(at, 'body')),
  stop('directories-form', async at => {
    await openDialog(at, button(at, 'directories.add'))
    await keep(at)
    await text(at, 'form.needed')
  }),
  stop('directories-end', async at => {
    await closeDialog(at)
    await openDialog(at, at.page.getByRole('row').nth(2).getByRole('button').last())
  }),
  stop('directories-ended', async at => {
    await form(at)
      .getByRole('button', { name: at.t('directories.end'), exact: true })
      .click()
    await text(at, 'directories.state.ended')
  }),
  stop('directories-empty', at => openList(at, 'unit').then(() => text(at, 'directories.none.title'))),
  stop('directories-officials', at => openList(at, 'officials')),
  stop('directories-official', async at => {
    await openDialog(at, button(at, 'directories.add_official'))
    await keep(at)
    await text(at, 'form.needed')
  }),
  stop('directories-helper', async at => {
    await closeDialog(at)
    await openList(at, 'helpers')
    await openDialog(at, button(at, 'directories.add_helper'))
    await form(at)
      .getByRole('combobox', { name: at.t('directories.helper.kind'), exact: true })
      .selectOption('volunteer')
    await keep(at)
    await text(at, 'directories.fault.no_days')
  }),
]

const ELSEWHERE: readonly Stop[] = [
  stop('today-due', async at => {
    await closeDialog(at)
    await goToAddress(at, '#/today')
    await text(at, 'today.due')
  }),
  stop('terms', async at => {
    await at.page.keyboard.press('F3')
    await form(at).waitFor()
  }),
  stop('terms-plain', async at => {
    await form(at).getByText(at.t('terms.rule.plain'), { exact: true }).click()
    await form(at)
      .getByRole('textbox', { name: at.t('terms.amount'), exact: true })
      .waitFor()
  }),
  stop('profile-told', async at => {
    await closeDialog(at)
    await button(at, 'profile.wko.short').click()
    await text(at, 'profile.not_in_force.why')
  }),
  stop('profile-switch', async at => {
    await closeDialog(at)
    await goToAddress(at, '#/settings')
    await openDialog(at, button(at, 'profile.switch'))
    await form(at).getByRole('table').waitFor()
  }),
  stop('today-again', async at => {
    await closeDialog(at)
    await goToAddress(at, '#/today')
    await text(at, 'today.due')
  }),
  stop('contact', async at => {
    await at.page.keyboard.press('F6')
    await form(at).waitFor()
  }),
  stop('contact-told', async at => {
    await at.page.keyboard.press('F6')
    await form(at).waitFor({ state: 'detached' })
    await at.page.locator('.contact-said').waitFor()
  }),
  stop('keys', async at => {
    await at.page.keyboard.press('F1')
    await form(at).waitFor()
  }),
  stop('settings-printer', async at => {
    await closeDialog(at)
    await at.page
      .locator('.contact-said')
      .getByRole('button', { name: at.t('act.close'), exact: true })
      .click()
    await goToAddress(at, '#/settings')
    await text(at, 'printer.printer')
  }),
]

/** A desk at work: the register, the reception day, cards with their acts, directories, contacts. */
export const DESK_AT_WORK: readonly Stop[] = [
  ...REGISTER,
  ...RECEPTION,
  ...RECEPTION_DAY,
  ...CARD,
  ...DIRECTORIES,
  ...CALENDAR,
  ...ELSEWHERE,
  ...COMPLIANCE,
  ...ANALYTICS,
  ...EXCHANGE,
  ...REPORTS,
]
