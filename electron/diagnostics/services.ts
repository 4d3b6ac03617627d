import type { Check } from '#shared/diagnostics/checks.ts'
import { judge } from '#shared/diagnostics/checks.ts'
import { judgeSpeed, type SpeedFigure } from '#shared/diagnostics/speed.ts'
import { translator } from '../i18n.ts'
import type { DeskServices } from '../ipc/services.ts'
import { checksText } from './checks-text.ts'
import { type FactSources, gatherFacts, type PageFacts } from './facts.ts'
import { flushTimes } from './flush-times.ts'

const LAST_LINES = 200

/** The checks of this desk, and their report, which has what was looked at last. */
export function diagnosticsServices(
  sources: FactSources,
): Pick<DeskServices, 'diagnostics.look' | 'diagnostics.speed' | 'diagnostics.save'> {
  const { context, state } = sources
  let last: Check[] | null = null
  let speed: SpeedFigure[] = []
  const look = async (page: PageFacts, caller: Parameters<typeof gatherFacts>[2]) => {
    last = judge(await gatherFacts(sources, page, caller))
    return last
  }
  return {
    'diagnostics.look': async (page, caller) => ({ checks: await look(page, caller) }),
    'diagnostics.speed': async page => {
      const appends = state.desk().journal.appendTimes()
      speed = judgeSpeed({ appends, flushes: await flushTimes(context.dataFolder) }, page)
      return { figures: speed }
    },
    'diagnostics.save': async (page, caller) => {
      const checks = last ?? (await look(page, caller))
      const at = new Date().toISOString()
      const text = checksText({ checks, speed }, translator(context.language()), {
        at,
        log: context.log.last(LAST_LINES),
      })
      return context.saveFile(caller, 'report', `qabyldau-${at.slice(0, 10)}`, Buffer.from(`\ufeff${text}`))
    },
  }
}
