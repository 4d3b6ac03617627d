import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { letterOf } from '#test/fixtures/letters.ts'
import { launchDesk, root } from '../../e2e/launch/launch.ts'
import type { Bench, BenchWindow } from '../bench.ts'
import type { Row } from '../row.ts'

/** The bare program the host is tried with: it opens a window with an empty page and prints that. */
const BARE = path.join(root, 'test/fixtures/host-app/main.js')

export const schedule = sheet('posted sheet to PDF', async (bench, fileName) => {
  const page = await bench.page()
  const data = await page.evaluate(async () => {
    const { ask } = window as unknown as BenchWindow
    const month = (await ask('schedule.month', { month: '2026-09' })) as { approved: { schedule: object } }
    const office = (await ask('office.current', {})) as { office: object }
    return { schedule: month.approved.schedule, officials: await ask('officials.all', {}), office: office.office }
  })
  const approved = { by: 'А. Тоқтаров', on: '2026-08-25' }
  return ['sheetSave', { job: { kind: 'schedule', paper: 'A4', ...data, calendar: SEED_CALENDAR, approved }, fileName }]
})

export const talon = sheet('talon to PDF', async bench => {
  const page = await bench.page()
  const application = await page.evaluate(async one => {
    const { desk, must, newRequest } = window as unknown as BenchWindow
    const answer = await desk.applicationRegister({ ...one, request: newRequest() } as never)
    return must<{ action: { entity: string } }>(answer).action.entity
  }, bench.newcomer())
  return ['talonSave', { application }]
})

export const letter = sheet('letter to PDF', async (_, fileName) => {
  const data = letterOf('refusal', 'WKO-2020/2023', 'kk')
  return ['sheetSave', { job: { kind: 'letter', paper: 'A4', data }, fileName }]
})

type Asked = readonly [verb: string, args: object]

/** A sheet is saved by the desk, in turn with an empty page that the bare program prints. */
function sheet(what: string, asking: (bench: Bench, fileName: string) => Promise<Asked>): Row {
  return {
    ...{ name: 'S14', what, beside: 'an empty page to PDF', unit: 'ms', samples: 3 },
    goal: { as: 'ratio', most: 1.5 },
    open: async bench => {
      const { page, desk } = await bench.at()
      const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-sheets-'))
      bench.atEnd(() => rm(folder, { recursive: true, force: true }))
      const bare = await bench.once('bare program', async () => {
        const launched = await launchDesk({ main: BARE })
        bench.atEnd(() => launched.close())
        return launched
      })
      const asked = await asking(bench, 'sheet.pdf')
      return {
        product: async n => {
          await desk.answerNextDialog({ filePath: path.join(folder, `${n}.pdf`) })
          const took = await page.evaluate(save, asked)
          // The window of the next sheet is loaded meanwhile: not at the cost of the empty page.
          await atRest(await desk.pageOf('sheet.html'))
          return took
        },
        baseline: () => bare.page.evaluate(printBare),
      }
    },
  }
}

/** Waits until the window of the next sheet has all it can need. */
async function atRest(spare: Page): Promise<void> {
  await spare.waitForFunction(() => document.readyState === 'complete' && document.fonts.status === 'loaded')
}

async function save([verb, args]: Asked): Promise<number> {
  const { desk, must } = window as unknown as BenchWindow
  const verbs = desk as unknown as Record<string, (given: object) => Promise<{ ok: boolean; value?: unknown }>>
  const started = performance.now()
  const saved = must<{ state: string }>((await verbs[verb]?.(args)) ?? { ok: false })
  const took = performance.now() - started
  if (saved.state !== 'saved') throw new Error(saved.state)
  return took
}

async function printBare(): Promise<number> {
  const { hosted } = window as unknown as { hosted: { call: (channel: string, options: object) => Promise<unknown> } }
  const started = performance.now()
  await hosted.call('pdf', { pageSize: 'A4', printBackground: true })
  return performance.now() - started
}
