import type { Check } from '#shared/diagnostics/checks.ts'
import { judge } from '#shared/diagnostics/checks.ts'
import { translator } from '../i18n.ts'
import type { DeskServices } from '../ipc/services.ts'
import { checksText } from './checks-text.ts'
import { type FactSources, gatherFacts, type PageFacts } from './facts.ts'

const LAST_LINES = 200

/** The checks of this desk, and their report, which has what was looked at last. */
export function diagnosticsServices(sources: FactSources): Pick<DeskServices, 'diagnostics.look' | 'diagnostics.save'> {
  const { context } = sources
  let last: Check[] | null = null
  const look = async (page: PageFacts, caller: Parameters<typeof gatherFacts>[2]) => {
    last = judge(await gatherFacts(sources, page, caller))
    return last
  }
  return {
    'diagnostics.look': async (page, caller) => ({ checks: await look(page, caller) }),
    'diagnostics.save': async (page, caller) => {
      const checks = last ?? (await look(page, caller))
      const at = new Date().toISOString()
      const text = checksText(checks, translator(context.language()), { at, log: context.log.last(LAST_LINES) })
      return context.saveFile(caller, 'report', `qabyldau-${at.slice(0, 10)}`, Buffer.from(`\ufeff${text}`))
    },
  }
}
