import { entityId } from '#shared/change/action.ts'
import type { SiteProof } from '#shared/posting/site-target.ts'
import { type Act, type Actor, intentNow } from '../desk/act.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { scheduleOf } from '../desk/plan-standing.ts'
import type { Edition } from './edition.ts'

/**
 * Records that the versions of an edition stand on the site, all in one flush: nobody did it by hand, so the program is who did.
 * A version whose publication at this place is recorded already is not recorded twice. Answers whether anything was.
 */
export async function recordPublished(
  desk: OpenDesk,
  { months }: Pick<Edition, 'months'>,
  site: SiteProof,
  actor: Actor,
): Promise<boolean> {
  const by = { ...actor, user: 'system', role: 'system' } as const
  return desk.gate.inTurn(async actNow => {
    const acts: Act[] = []
    for (const { month, action } of months) {
      const { versions } = await scheduleOf(desk, entityId('schedule', month))
      const posted = versions.find(one => one.action === action)?.posted
      if (posted === undefined || posted.some(one => one.site?.place === site.place)) continue
      const body = { version: action, where: 'site', on: by.date, photo: '', site }
      acts.push({ intent: intentNow(desk.journal, 'schedule', month, 'schedule.posted', body) })
    }
    if (acts.length > 0) await actNow(acts, by)
    return acts.length > 0
  })
}
