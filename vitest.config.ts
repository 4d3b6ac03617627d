import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { breaking } from './test/sim/breaks.ts'

const DEAREST = /\/(accessibility(-at-work)?|product-kill)\.test\.ts$/

/** Begins with the dearest files: begun last, one of them would keep the other worker waiting. */
class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [true, false].flatMap(dear => sorted.filter(({ moduleId }) => DEAREST.test(moduleId) === dear))
  }
}

/** Tests of units that put modules in the place of others: each has a process of its own. */
const APART = [
  'test/unit/ipc/preload.test.ts',
  'test/unit/windows/desk-window.test.ts',
  'test/unit/windows/hall-window.test.ts',
]

/** `npm test` runs these projects one after another (tools/test.mjs); each can be run alone: `vitest run --project unit`. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    hookTimeout: 60_000,
    sequence: { sequencer: DearestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: APART,
          testTimeout: 30_000,
          // The files of a worker load the program once: anew for each of three hundred was half of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'unit-apart', include: APART, testTimeout: 30_000 } },
      { extends: true, test: { name: 'property', include: ['test/property/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'db', include: ['test/db/**/*.test.ts'], testTimeout: 30_000, isolate: false } },
      {
        extends: true,
        plugins: breaking(process.env.QABYLDAU_BREAK),
        test: { name: 'sim', include: ['test/sim/**/*.test.ts'], testTimeout: 600_000 },
      },
      {
        extends: true,
        test: { name: 'sync', include: ['test/sync/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          globalSetup: ['test/fault/count-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/prepared/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: ['test/bench/**/*.test.ts'],
          globalSetup: ['test/e2e/prepared/global-setup.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
