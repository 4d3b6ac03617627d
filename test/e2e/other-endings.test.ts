import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officialDate } from '#shared/time/official-date.ts'
import { addDays, type PlainDate } from '#shared/time/plain-date.ts'
import { type AtDesk, remove } from './pages/at-desk.ts'
import {
  begin,
  choose,
  decisionForm,
  officeWorks,
  openByKeys,
  record,
  recorded,
  type as typeIn,
} from './pages/decisions.ts'
import { goTo } from './pages/frame.ts'
import { inspect, OFFICE_SCREEN } from './pages/inspector.ts'
import { beginOwedLetter, papersOf, type SignedPaper, signLetter } from './pages/letter-writing.ts'
import { seedOfficePeople } from './pages/office-people.ts'
import { bare, picture, textOfPdf, written } from './pages/paper.ts'
import { todayOf } from './pages/planner.ts'
import { act, checkIn, focusedLine, goToReception, lineOf, registered, toService } from './pages/reception.ts'
import { registerAtDesk } from './pages/registering.ts'
import { datesIn, flowsIn, LANGUAGES, type Language, wordsIn } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const PERSON = {
  surname: 'Әбдіғалиева',
  given: 'Ұлжан',
  iin: '850101400011',
  essence: 'Тұрғын үй кезегіндегі орным туралы сұраймын',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'other-endings-'))
})
afterAll(() => remove(folder))

const main = ({ page }: AtDesk) => page.getByRole('main')
const dialog = ({ page }: AtDesk) => page.getByRole('dialog')
const button = (at: AtDesk, name: string) => main(at).getByRole('button', { name, exact: true })
const typed = (date: PlainDate) => date.split('-').toReversed().join('.')

/** Both papers of a letter say each of the texts, and leave no place unfilled. */
function expectSaid({ pdf, docx, number }: SignedPaper, texts: readonly string[]): void {
  for (const paper of [pdf, docx]) {
    for (const text of [number, ...texts]) expect(paper).toContain(bare(text))
    expect(paper).not.toContain('{{')
  }
}

const REFUSED = {
  facts: 'Мәселе жол қозғалысы ережелеріне қатысты',
  evidence: 'Құқық бұзушылық туралы хаттама',
  turn: 'Полиция департаменті',
}

describe.each(flowsIn('kk'))('a request that is refused, %s', language => {
  test('by its ground, with facts and evidence, where to turn and how to appeal, in a letter that is tried, sent and kept', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t } = at
    const inspector = await inspect(at)
    await inspector.resize(OFFICE_SCREEN)
    await seedOfficePeople(at)
    const today = await todayOf(at)
    await registerAtDesk(at, PERSON)
    await openByKeys(at, PERSON.surname)
    await begin(at, 'decision.act.refuse')
    await choose(at, 'act.ground', t('decision.ground.competence'))
    await choose(at, 'decision.body', 'олици')
    await typeIn(at, 'decision.facts', REFUSED.facts)
    await typeIn(at, 'decision.evidence', REFUSED.evidence)
    await typeIn(at, 'decision.where_to_turn', REFUSED.turn)
    await choose(at, 'decision.decider', t('decider.apparatus_head'))
    await typeIn(at, 'decision.decided_by', 'Есенғалиев Нұрлан')
    await record(at, 'decision.act.refuse')
    await recorded(at)
    await goTo(at, 'today')
    await main(at)
      .getByText(t('today.letters_owed', { count: 1 }), { exact: true })
      .waitFor()

    await openByKeys(at, PERSON.surname)
    await beginOwedLetter(at, 'refusal')
    await main(at).getByLabel(t('letter.languages'), { exact: true }).selectOption('both')
    expect(await inspector.violations()).toEqual([])
    await picture(at, 'refusal-written')
    await signLetter(at)
    expect(await inspector.violations()).toEqual([])
    const numbers = new Set<string>()
    for (const sheet of LANGUAGES) {
      const letter = await papersOf(at, folder, 'refusal', sheet)
      const clause = { kk: '14 және 29-тармақтарына', ru: 'пунктами 14 и 29' }[sheet]
      const appeal = { kk: '91 және 92-баптарына', ru: 'статьями 91 и 92' }[sheet]
      expectSaid(letter, [
        ...Object.values(REFUSED),
        clause,
        appeal,
        officialDate(today, datesIn(sheet)),
        'А-2026-000001',
      ])
      numbers.add(letter.number)
    }
    expect(numbers.size).toBe(1)
    const [number = '-'] = numbers

    await goTo(at, 'letters')
    expect(await inspector.violations()).toEqual([])
    await button(at, `${t('letter.attempt')}: ${number}`).click()
    await dialog(at).getByLabel(t('letter.outcome'), { exact: true }).fill('Үйінде жоқ')
    await dialog(at)
      .getByRole('button', { name: t('letter.attempt.act'), exact: true })
      .click()
    await main(at).getByText(t('letter.attempt.done'), { exact: true }).waitFor()
    await button(at, `${t('letter.send')}: ${number}`).click()
    await dialog(at).getByLabel(t('letter.proof'), { exact: true }).fill('RR123456789KZ')
    await dialog(at)
      .getByRole('button', { name: t('letter.send.act'), exact: true })
      .click()
    await main(at).getByText(t('letters.nothing_to_send'), { exact: true }).waitFor()
    await main(at)
      .getByRole('link', { name: t('letters.tab.register'), exact: true })
      .click()
    const row = main(at).getByRole('row').filter({ hasText: number })
    expect(await row.innerText()).toContain('RR123456789KZ')
    expect(await row.innerText()).toContain(t('letters.attempts', { count: 1 }))
    await picture(at, 'refusal-kept')
    expect(await inspector.violations()).toEqual([])
    await goTo(at, 'today')
    await main(at)
      .getByText(t('today.letters_owed', { count: 1 }), { exact: true })
      .waitFor({ state: 'detached' })
  })
})

describe.each(flowsIn('ru'))('a term that is extended, %s', language => {
  test('within its limit, by whom may, and the applicant is told why and until when', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t } = at
    await (await inspect(at)).resize(OFFICE_SCREEN)
    await officeWorks(at, 'KZ-2026')
    await seedOfficePeople(at)
    const today = await todayOf(at)
    await registered(at, 'a'.repeat(16), { language, officialId: 'akim-1' }, PERSON)
    await openByKeys(at, PERSON.surname)
    await begin(at, 'decision.act.extend')
    await choose(at, 'decision.decider', t('decider.apparatus_head'))
    await typeIn(at, 'decision.decided_by', 'Есенғалиев Н.')
    await typeIn(at, 'decision.until', typed(addDays(today, 100)))
    await typeIn(at, 'decision.reason', 'Запрошены материалы управления')
    await record(at, 'decision.act.extend')
    await decisionForm(at).getByText(t('error.decision.until_late')).waitFor()
    await picture(at, 'extension')
    const until = addDays(today, 45)
    await typeIn(at, 'decision.until', typed(until))
    await record(at, 'decision.act.extend')
    await recorded(at)
    await picture(at, 'extended')
    await beginOwedLetter(at, 'extension')
    await signLetter(at)
    const letter = await papersOf(at, folder, 'extension', language)
    const clause = { kk: '14-тармағы', ru: 'пункт 14' }[language]
    expectSaid(letter, [
      ...[clause, 'Есенғалиев Н.', 'Запрошены материалы управления', 'А-2026-000001', 'Ұ. Әбдіғалиева'],
      ...[officialDate(until, datesIn(language), language === 'kk' ? 'to' : undefined), '91'],
    ])
    expect(letter.pdf).not.toContain('..')
  })
})

const FOREIGNER = { surname: 'Каримов', given: 'Бахтиёр', patronymic: '', iin: '', country: 'Өзбекстан' }

describe.each(flowsIn('kk'))('a foreigner at a desk that speaks %s', language => {
  test('shows a passport of another state, and gets the protocol and its letter in the other language, by the Rules of 2026', async () => {
    const { at } = await sitAtForTest('begun', language)
    const { t, page } = at
    const theirs: Language = language === 'kk' ? 'ru' : 'kk'
    await (await inspect(at)).resize(OFFICE_SCREEN)
    await officeWorks(at, 'KZ-2026')
    await seedOfficePeople(at)
    const today = await todayOf(at)
    const foreign = { applicant: 'foreigner', noIin: 'none_issued', language: theirs, officialId: 'akim-1' } as const
    const { entity, id } = await registered(
      at,
      'f'.repeat(16),
      { ...foreign, needs: ['interpreter'] },
      { ...FOREIGNER, essence: 'О регистрации по месту жительства', interpreterLanguage: 'узбекский' },
    )
    const booking = { officialId: 'akim-1', date: today, time: '10:00' }
    await act(at, entity, 'application.booked', id, { booking })
    await goToReception(at)
    await checkIn(at, FOREIGNER.surname)
    await page.getByLabel(t('identity.document'), { exact: true }).selectOption('foreign_passport')
    await page.getByLabel(t('identity.number'), { exact: true }).fill('AB1234567')
    await page.getByLabel(t('identity.valid_to'), { exact: true }).fill('31.12.2030')
    await picture(at, 'foreign-passport')
    await page.keyboard.press('Control+Enter')
    await lineOf(at, FOREIGNER.surname).getByText(t('visit.status.waiting'), { exact: true }).waitFor()
    await toService(at, FOREIGNER.surname)
    await focusedLine(at, FOREIGNER.surname).waitFor()
    await page.keyboard.press('t')
    const field = (name: string) => main(at).getByLabel(name, { exact: true })
    await button(at, `${t('protocol.to')}: ${t('protocol.now')}`).click()
    await field(t('protocol.said')).fill('Разъяснен порядок регистрации')
    await field(t('protocol.sheet.decision')).fill('Разъяснить порядок и дать перечень документов.')
    await main(at).locator('.letter-faults [data-level="stop"]').first().waitFor({ state: 'detached' })
    await picture(at, 'foreign-protocol')
    await button(at, t('protocol.sign')).click()
    await dialog(at)
      .getByRole('button', { name: t('protocol.sign.act'), exact: true })
      .click()
    await main(at).getByText(t('protocol.status.signed'), { exact: true }).waitFor()
    const number = bare(await main(at).locator('.screen-head b').innerText())
    const sheet = await textOfPdf(
      await written(at, button(at, t('protocol.print')), path.join(folder, 'foreign-protocol.pdf')),
    )
    const annex = { kk: '2-қосымша', ru: 'Приложение 2' }[theirs]
    for (const said of [
      annex,
      number,
      FOREIGNER.surname,
      'Разъяснен порядок регистрации',
      officialDate(today, datesIn(theirs)),
    ])
      expect(sheet).toContain(bare(said))

    await goTo(at, 'today')
    await main(at)
      .getByText(t('today.protocols_to_send', { count: 1 }))
      .waitFor()
    await page.goBack()
    await main(at)
      .getByRole('link', { name: t('protocol.letter'), exact: true })
      .click()
    const kind = t('letter.kind.protocol_sent')
    await main(at).getByRole('heading', { level: 1, name: kind, exact: true }).waitFor()
    await picture(at, 'foreign-letter')
    await signLetter(at)
    const letter = await papersOf(at, folder, 'foreign-letter', theirs)
    const clause = { kk: '37-тармағына', ru: 'пунктом 37' }[theirs]
    const attached = wordsIn(theirs)('letter.attached_protocol', { number })
    expectSaid(letter, [attached, clause, number, 'Б. Каримов', officialDate(today, datesIn(theirs)), 'А-2026-000001'])
  })
})
