import { sitDown } from '../../e2e/pages/at-desk.ts'
import type { Row } from '../row.ts'
import { workingDay } from '../stored-desk.ts'

export const start: Row = {
  ...{ name: 'S6', what: 'start of the program to its first screen', beside: 'with an empty store', unit: 'ms' },
  samples: 1,
  goal: { as: 'ratio', most: 1.3 },
  open: async bench => {
    const [stored, empty] = [await bench.copy(), await bench.empty()]
    // Each once before: what the first start leaves in the folders is not measured.
    for (const userData of [stored, empty]) await started(userData)
    return { product: () => started(stored), baseline: () => started(empty) }
  },
}

/** Milliseconds from the start of the process until the first screen stands and its lists are whole. */
async function started(userData: string): Promise<number> {
  const began = performance.now()
  const at = await sitDown('kk', { userData, env: workingDay() })
  try {
    await at.page.locator('footer .good').waitFor()
    const took = performance.now() - began
    await at.desk.quit()
    return took
  } finally {
    await at.desk.close()
  }
}
