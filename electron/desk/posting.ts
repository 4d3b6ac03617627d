import { entityId } from '#shared/change/action.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type ApprovedSchedule, foldSchedule } from '#shared/schedule/transitions.ts'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import { archiveOf } from '../files/site-archive.ts'
import { siteFiles, siteSheets } from '../files/site-files.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import type { DeskState } from './desk-state.ts'
import { actionsOf } from './letters.ts'
import { findCalendar } from './office-calendar.ts'
import { activeOfficials, findOffice, type OpenDesk } from './open-desk.ts'

/**
 * The files for the akim's site (clause 7). They are made of the journal and of nothing a screen says, so what is made
 * public is what was approved. They are written together, as one archive or into a folder: all or none.
 */
export function postingServices(
  context: Pick<ServiceContext, 'printSheet' | 'saveFile' | 'saveInFolder'>,
  { desk, actor, clock }: Pick<DeskState, 'desk' | 'actor' | 'clock'>,
): Pick<DeskServices, 'site.save'> {
  return {
    'site.save': async ({ months, quarter, as, fileName }, caller) => {
      const open = desk()
      const office = await findOffice(open)
      if (office === null) throw new ExpectedError('desk.not_ready')
      const madeAt = clock.now()
      const input = {
        months: await Promise.all(months.map(month => versionsOf(open, month))),
        quarter,
        officials: await activeOfficials(open),
        office,
        calendar: await findCalendar(open),
        today: actor().date,
        madeAt,
      }
      const files = siteFiles(input)
      for (const { name, job } of siteSheets(input)) files.push({ name, bytes: await context.printSheet(job) })
      if (as === 'folder') return context.saveInFolder(caller, files)
      return context.saveFile(caller, 'site', fileName, archiveOf(files, madeAt))
    },
  }
}

async function versionsOf({ journal }: OpenDesk, month: PlainMonth): Promise<readonly ApprovedSchedule[]> {
  const { versions } = foldSchedule(await actionsOf(journal, entityId('schedule', month)))
  if (versions.length === 0) throw new ExpectedError('site.not_approved', { month })
  return versions
}
