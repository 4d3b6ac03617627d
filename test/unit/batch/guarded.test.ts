import { readdir } from 'node:fs/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runBatch } from '#electron/batch/run-batch.ts'
import type { BatchShell } from '#electron/ipc/services.ts'
import ru from '#locales/ru.json' with { type: 'json' }
import { FIRST_RUN, temporaryDesk } from '#test/unit/desk/temporary-desk.ts'

it('a desk with passwords: one sentence, code 4, nothing written and nothing done', async () => {
  const { state, folder, end } = await temporaryDesk()
  onTestFinished(end)
  await state.firstRun(FIRST_RUN)
  const count = state.desk().journal.head().count
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation(text => said.push(String(text)) > 0)
  onTestFinished(() => void vi.restoreAllMocks())
  const before = await readdir(folder)
  const firstRun = vi.fn()
  const openDesk = vi.fn()
  const access = { ...state.access, door: { people: [], envelopes: [] } }
  const shell = {
    context: { language: () => 'ru', log: { write: () => undefined, bug: () => '' } },
    services: { state: { ...state, access }, 'app.firstRun': firstRun },
    ...{ argv: ['--officials', 'x.csv', '--out', `${folder}/out`], openDesk },
  } as unknown as BatchShell
  expect(await runBatch(shell as never)).toBe(4)
  expect(said.join('')).toContain(ru['error.batch.guarded'])
  expect([firstRun.mock.calls, openDesk.mock.calls]).toEqual([[], []])
  expect(await readdir(folder)).toEqual(before)
  expect(state.desk().journal.head().count).toBe(count)
})
