import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bigJournal } from '#test/fixtures/import/big-journal.ts'
import { type AtDesk, remove, sitDown } from './pages/at-desk.ts'
import { passFirstRun } from './pages/first-run.ts'
import { goTo, speak } from './pages/frame.ts'
import { look } from './pages/import.ts'
import { type Inspector, inspect, OFFICE_SCREEN, type Size, WIDE_SCREEN, ZOOMED_SCREEN } from './pages/inspector.ts'
import { misfits, tooSmall } from './pages/reflow.ts'
import { registerAtDesk } from './pages/registering.ts'
import { brokenScreen, EMPTY_DESK, FILLED_DESK, FIRST_START, longImport, type Stop } from './pages/walk.ts'
import { DESK_AT_WORK, seedWork } from './pages/walk-at-work.ts'
import { DECISIONS } from './pages/walk-decisions.ts'
import { LETTER_SURNAME, LETTERS } from './pages/walk-letters.ts'
import { LANGUAGES, type Language } from './pages/words.ts'
import { sitAtForTest } from './prepared/prepared-desk.ts'

const FULL = process.env.QABYLDAU_FULL === '1'

interface View {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly size: Size
}

/** Each two of language, light and zoom meet in one of these; the whole form looks at all of them. */
const VIEWS: readonly View[] = FULL
  ? LANGUAGES.flatMap(language =>
      [OFFICE_SCREEN, ZOOMED_SCREEN].flatMap(size =>
        (['light', 'dark'] as const).map(theme => ({ language, theme, size })),
      ),
    )
  : [
      { language: 'kk', theme: 'light', size: OFFICE_SCREEN },
      { language: 'kk', theme: 'dark', size: ZOOMED_SCREEN },
      { language: 'ru', theme: 'light', size: ZOOMED_SCREEN },
      { language: 'ru', theme: 'dark', size: OFFICE_SCREEN },
    ]

const allViews = (_index: number): readonly View[] => VIEWS

/** Where there are many stops, each is looked at in two views: both languages, light and dark, by turns at 200 %. */
function everyOtherView(index: number): readonly View[] {
  return FULL ? VIEWS : VIEWS.filter(({ size }) => (size === ZOOMED_SCREEN) === (index % 2 === 1))
}

/** Comes to every stop and looks at it. Everything found is told at once, by stop. */
async function walk(at: AtDesk, stops: readonly Stop[], inspector: Inspector, viewsOf = allViews): Promise<void> {
  const found: Record<string, string[]> = {}
  for (const [index, stop] of stops.entries()) {
    await inspector.resize(OFFICE_SCREEN)
    await inspector.speak(at.language)
    await stop.come(at)
    const seen = await lookAt(at, inspector, viewsOf(index))
    if (seen.length > 0) found[stop.name] = seen
  }
  expect(found).toEqual({})
  expect(inspector.refused()).toEqual([])
}

/** Each view is come to once, for everything that is looked at there: a change of it costs more than a look. */
async function lookAt({ page }: AtDesk, inspector: Inspector, views: readonly View[]): Promise<string[]> {
  const found: string[] = []
  for (const { language, theme, size } of views) {
    await inspector.speak(language)
    await inspector.resize(size)
    await inspector.light(theme)
    const seen = [...(await inspector.violations()), ...(await misfits(page)), ...(await tooSmall(page))]
    found.push(...seen.map(one => `${language} ${theme} ${size.width}: ${one}`))
  }
  await inspector.resize(WIDE_SCREEN)
  for (const language of LANGUAGES) {
    await inspector.speak(language)
    found.push(...(await misfits(page)).map(one => `${language} ${WIDE_SCREEN.width}: ${one}`))
  }
  return found
}

test('the first start: nothing breaks WCAG 2.2 AA, leaves the screen or is refused by the policy', async () => {
  const at = await sitDown('kk')
  onTestFinished(() => at.desk.close())
  await walk(at, FIRST_START, await inspect(at))
})

test('so on every screen of a desk with nothing in it, and where a screen broke', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await walk(at, [...EMPTY_DESK, brokenScreen], await inspect(at))
})

test('so on every screen of a desk with a year of records, its dialogs, its errors', async () => {
  const { at } = await sitAtForTest('filled', 'kk')
  await walk(at, FILLED_DESK, await inspect(at))
}, 600_000)

test('so on every screen of a desk at work: the register, the reception day, a card and its acts, directories', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await seedWork(at)
  await walk(at, DESK_AT_WORK, await inspect(at), everyOtherView)
}, 600_000)

test('so on the decisions of a card: every form with what stands against it, and what was decided', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const person = { surname: 'Әбдіғалиева', given: 'Ұлжан', iin: '850101400011' }
  for (const essence of ['Тұрғын үй кезегіндегі орным туралы сұраймын', 'Тұрғын үй кезегі туралы тағы сұраймын'])
    await registerAtDesk(at, { ...person, essence })
  await walk(at, DECISIONS, await inspect(at), everyOtherView)
}, 600_000)

test('so on letters: the card, a letter while it is written, numbered, sent and annulled, the tray, the journal, the texts', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  await registerAtDesk(at, {
    ...{ surname: LETTER_SURNAME, given: 'Ұлжан', iin: '850101400011' },
    essence: 'Тұрғын үй кезегіндегі орным туралы сұраймын',
  })
  await walk(at, LETTERS, await inspect(at), everyOtherView)
}, 600_000)

test('so while a long import runs, and when it was stopped', async () => {
  const { at } = await sitAtForTest('begun', 'kk')
  const folder = await mkdtemp(path.join(tmpdir(), 'long-import-'))
  onTestFinished(() => remove(folder))
  const rows = 5000
  await writeFile(path.join(folder, 'long.csv'), bigJournal(rows, 20261122))
  await goTo(at, 'import')
  await look(at, 'journal', path.join(folder, 'long.csv'))
  const [running, stopped] = longImport(rows)
  if (running === undefined || stopped === undefined) throw new Error('an import runs and is stopped')
  let halts = false
  const inspector = await inspect(at, async dark => {
    if (!halts) await at.desk.control('systemDark', dark)
  })
  const halted: Stop = {
    name: running.name,
    come: async seat => {
      await running.come(seat)
      // The import stands still while it is looked at: main is not scheduled, the page lives on.
      process.kill(at.desk.mainPid, 'SIGSTOP')
      halts = true
    },
  }
  try {
    await walk(at, [halted], inspector)
  } finally {
    process.kill(at.desk.mainPid, 'SIGCONT')
    halts = false
  }
  await walk(at, [stopped], inspector)
})

test('data of a newer program: the page that refuses them is as sound', async () => {
  for (const language of LANGUAGES) {
    const userData = await mkdtemp(path.join(tmpdir(), 'desk-newer-'))
    onTestFinished(() => remove(userData))
    const first = await sitDown(language, { userData })
    await speak(first, language)
    await passFirstRun(first)
    await first.desk.quit()
    await first.desk.close()
    const stamp = path.join(userData, 'desk-data/stamp.json')
    await writeFile(stamp, JSON.stringify({ format: 1, app: '99.0.0', data: 99 }))
    const at = await sitDown(language, { userData })
    onTestFinished(() => at.desk.close())
    const inspector = await inspect(at)
    await at.page.getByText(at.t('error.start.newer_data', { found: '99.0.0', known: '0.1.0' })).waitFor()
    for (const size of [WIDE_SCREEN, OFFICE_SCREEN, ZOOMED_SCREEN]) {
      await inspector.resize(size)
      expect([...(await inspector.violations()), ...(await misfits(at.page))]).toEqual([])
    }
    expect(inspector.refused()).toEqual([])
  }
})
