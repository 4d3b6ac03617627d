import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { launchDesk, root } from '../../e2e/launch/launch.ts'
import type { Row } from '../row.ts'
import { workingDay } from '../stored-desk.ts'

const BARE = 'test/fixtures/host-app'

export const size: Row = {
  ...{ name: 'S17', what: 'installed size, without Electron itself', beside: 'a bare app', unit: 'MB' },
  ...{ samples: 1, once: true, sizeless: true },
  goal: { as: 'more', most: 15 },
  open: async () => ({
    product: () => megabytes(['dist/app/main', 'dist/app/preload', 'dist/app/renderer', 'assets/sample']),
    baseline: () => megabytes([BARE]),
  }),
}

export const firstPaint: Row = {
  ...{ name: 'S17', what: 'first paint, from the start of the process', beside: 'a bare app', unit: 'ms' },
  ...{ samples: 1, sizeless: true, wholeOnly: true },
  goal: { as: 'ratio', most: 1.5 },
  open: async bench => {
    const userData = await bench.empty()
    return {
      product: () => painted({ userData, env: workingDay() }),
      baseline: () => painted({ main: path.join(root, BARE, 'main.js') }),
    }
  },
}

/** Milliseconds from the start of the process to the first paint of its page. */
async function painted(options: Parameters<typeof launchDesk>[0]): Promise<number> {
  const began = Date.now()
  const desk = await launchDesk(options)
  try {
    return await desk.page.evaluate(async since => {
      for (;;) {
        const [paint] = performance.getEntriesByName('first-paint')
        if (paint !== undefined) return performance.timeOrigin + paint.startTime - since
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    }, began)
  } finally {
    await desk.quit()
    await desk.close()
  }
}

/** What is packed of these folders: maps are not. */
async function megabytes(folders: readonly string[]): Promise<number> {
  let bytes = 0
  for (const folder of folders) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith('.map')) continue
      bytes += (await stat(path.join(entry.parentPath, entry.name))).size
    }
  }
  return bytes / 2 ** 20
}
