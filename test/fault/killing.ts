import type { Desk } from '#test/e2e/launch/launch.ts'
import { isAlive, processGone } from '#test/e2e/launch/launch.ts'
import { startDesk } from './product-rig.ts'

/** What of the program is killed: its page, all of Chromium, or main. */
export const TARGETS = ['page', 'browser', 'main'] as const
export type Target = (typeof TARGETS)[number]

export async function pidsOf(desk: Desk, target: Target): Promise<number[]> {
  if (target === 'page') return desk.rendererPids()
  return [target === 'browser' ? desk.browserPid : desk.mainPid]
}

/** Kills at once; the desk that stands afterwards: the same with its window back, or a new start. */
export async function killAndReturn(
  desk: Desk,
  target: Target,
  pids: readonly number[],
  back: (milliseconds: number) => void = () => undefined,
): Promise<Desk> {
  const { browserPid } = desk
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  const since = performance.now()
  if (target === 'main') {
    await desk.exited
    await processGone(browserPid)
    await desk.close()
    return startDesk({ userData: desk.userData })
  }
  await desk.reconnect()
  back(Math.round(performance.now() - since))
  return desk
}
