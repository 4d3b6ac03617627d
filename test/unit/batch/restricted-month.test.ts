import { expect, it } from 'vitest'
import type { StoreClient } from '#renderer/db/client.ts'
import { runBatchJob } from '#renderer/features/batch/batch-run.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { DeskApi } from '#shared/ipc/api.ts'
import type { BatchJob } from '#shared/ipc/documents.ts'
import { ok } from '#shared/result/result.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { official } from '#test/fixtures/schedule.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'

const LINK = {
  code: 'link',
  kk: 'Байланыс',
  ru: 'Связь',
  validFrom: null,
  validTo: null,
  synonyms: [],
  parent: null,
  detail: null,
}

/** The batch beside a store in which the whole of December is by video alone. */
function batch(links: readonly object[]) {
  const restriction = { from: PlainDate.parse('2026-12-01'), to: null, ground: 'safety', act: '1' }
  const answers: Record<string, unknown> = {
    'officials.all': [official('o1', 'unit_head', 'daily')],
    'office.current': { office: FIRST_RUN.office },
    'calendar.years': [],
    'directories.all': { ...SEED_DIRECTORIES, video_link: links },
    'absences.all': [],
    'restrictions.all': [{ key: 'r1', status: 'standing', restriction }],
  }
  const acted: { body: { schedule: { receptions: { mode: string; link: string }[] } } }[] = []
  const store = {
    caughtUp: async () => undefined,
    query: async (name: string) => answers[name],
  } as unknown as StoreClient
  const desk = {
    journalAct: async ({ intent }: { intent: (typeof acted)[number] }) => {
      acted.push(intent)
      return ok({})
    },
  } as unknown as DeskApi
  const job: BatchJob = { head: {}, report: null, schedule: PlainMonth.parse('2026-12'), approved: null }
  return runBatchJob(desk, store, job, PlainDate.parse('2026-11-23')).then(done => ({ done, acted }))
}

it('clause 13: the batch proposes receptions by video on days of video alone', async () => {
  const { done, acted } = await batch([LINK])
  expect(done.error).toBeNull()
  const receptions = acted[0]?.body.schedule.receptions ?? []
  expect(receptions.length).toBeGreaterThan(0)
  expect(receptions.filter(({ mode, link }) => mode !== 'video' || link === '')).toEqual([])
})

it('clause 13: where no link is free the batch refuses the month with a sentence, and nothing is drafted', async () => {
  const { done, acted } = await batch([])
  expect([done.error?.code, done.schedule, acted]).toEqual(['batch.no_link', [], []])
})
