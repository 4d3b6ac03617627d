import { hostname, networkInterfaces } from 'node:os'
import path from 'node:path'
import type { SITE_CHANNELS } from '#shared/ipc/site.ts'
import { placeOfTarget, type SiteTarget } from '#shared/posting/site-target.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DeskState } from '../desk/desk-state.ts'
import { lineTo } from '../http/line.ts'
import { findTrust, type Trust } from '../http/trust.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { markOf } from '../windows/save-file.ts'
import { readAddress } from './address.ts'
import type { SitePlace } from './place.ts'
import { findManifest } from './publish.ts'
import { Publisher } from './publisher.ts'
import { recordPublished } from './recorded.ts'
import { openSiteFile } from './site-file.ts'
import { couchPlace } from './to-couch.ts'
import { folderPlace } from './to-folder.ts'
import { webPlace } from './to-web.ts'

/** How often the wires of this machine are looked at while something waits, milliseconds. */
const WIRES_EVERY = 3_000
/** Acts that come one after another are looked at once, milliseconds. */
const AFTER_ACT = 200
/** When it is looked first after a start, milliseconds. */
const FIRST_LOOK = 4_000
/** A trial of a place ends by then, milliseconds. */
const TRIAL = 60_000

/** The posted schedule on the site: what publishes it, and the channels. */
export interface Site {
  /** Looks whether anything is to be published; never throws. */
  readonly look: () => Promise<void>
  /** Something was written in the journal. */
  readonly moved: () => void
  /** The machine woke up. */
  readonly wake: () => void
  readonly services: Pick<DeskServices, keyof typeof SITE_CHANNELS>
}

/** Nothing is asked of anybody and no disk is read until a place is set. A batch publishes nothing. */
export function createSite(context: ServiceContext, state: DeskState, moved: () => void): Site {
  const { findDesk, actor, clock } = state
  const mark = markOf(hostname(), context.userData)
  const placeOf = (target: SiteTarget, password: string) => openPlace(target, password, mark)
  const publisher = new Publisher({
    findDesk,
    placeOf,
    openFile: desk => openSiteFile(desk.keys, { folder: context.dataFolder, files: nodeFiles }),
    print: context.printSheet,
    now: () => clock.now(),
    today: () => actor().date,
    record: async (desk, edition, proof) => {
      if (await recordPublished(desk, edition, proof, actor())) moved()
    },
    told: told => context.send('site.told', told),
    reportBug: error => void context.log.bug('site', error),
  })
  if (context.batch === null) begin(context, publisher)
  let timer: NodeJS.Timeout | null = null
  return {
    look: () => (context.batch === null ? publisher.look() : Promise.resolve()),
    moved: () => {
      if (context.batch !== null || timer !== null) return
      timer = setTimeout(() => {
        timer = null
        void publisher.look()
      }, AFTER_ACT)
      timer.unref()
    },
    wake: () => {
      if (context.batch === null) void publisher.wake()
    },
    services: siteServices(context, publisher, placeOf),
  }
}

/** Looks at the wires while something waits: one that comes back is tried at once. */
function begin({ onQuit }: ServiceContext, publisher: Publisher): void {
  let wires = wiresNow()
  const looking = setInterval(() => {
    if (!publisher.isWaiting) return
    const now = wiresNow()
    if (now === wires) return
    wires = now
    void publisher.wake()
  }, WIRES_EVERY)
  looking.unref()
  // The screens come first.
  const first = setTimeout(() => void publisher.look(), FIRST_LOOK)
  first.unref()
  onQuit(async () => {
    clearTimeout(first)
    clearInterval(looking)
    publisher.end()
  })
}

/** The addresses this machine has on its wires. */
function wiresNow(): string {
  return Object.values(networkInterfaces())
    .flatMap(all => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ')
}

function siteServices(
  context: ServiceContext,
  publisher: Publisher,
  placeOf: (target: SiteTarget, password: string) => SitePlace,
): Site['services'] {
  // A folder is taken from the dialog alone: no page names where main writes.
  const chosen = new Set<string>()
  /** The kept password goes to the address it was given for, and nowhere else. */
  const passwordOf = async (target: SiteTarget, password: string | null) => {
    if (password !== null) return password
    const kept = (await publisher.state()).target
    return kept !== null && isSameDoor(kept, target) ? publisher.password() : ''
  }
  const demand = async (target: SiteTarget) => {
    if (target.kind !== 'folder') return demandServer(target)
    const kept = (await publisher.state()).target
    const isKept = kept?.kind === 'folder' && kept.folder === target.folder
    if (!isKept && !chosen.has(target.folder)) throw new ExpectedError('site.bad_folder')
  }
  return {
    'site.state': () => publisher.state(),
    'site.folder': async (_nothing, caller) => {
      const folder = await context.chooseFolder(caller, 'site')
      if (folder !== null && isInside(folder, context.userData)) throw new ExpectedError('site.own_folder')
      if (folder !== null) chosen.add(folder)
      return { folder }
    },
    'site.configure': async ({ asked }) => {
      if (asked === null) await publisher.configure(null, null)
      else {
        await demand(asked.target)
        await publisher.configure(asked.target, await passwordOf(asked.target, asked.password))
      }
      return publisher.state()
    },
    'site.try': async ({ target, password }) => {
      await demand(target)
      const place = placeOf(target, await passwordOf(target, password))
      const signal = AbortSignal.timeout(TRIAL)
      await place.check(signal)
      const found = await findManifest(place, signal)
      if (found === null) return { there: null }
      const months = found.months.map(({ month, number, mark }) => ({ month, number, mark }))
      return { there: { madeAt: found.madeAt, months } }
    },
    'site.publish': async () => {
      await publisher.press()
      return {}
    },
    'site.stop': async () => {
      await publisher.hold()
      return {}
    },
  }
}

function isInside(folder: string, own: string): boolean {
  const way = path.relative(own, folder)
  return way === '' || !(way.startsWith('..') || path.isAbsolute(way))
}

function demandServer({ address, authority }: Exclude<SiteTarget, { kind: 'folder' }>): void {
  readAddress(address)
  trustOf(authority)
}

function isSameDoor(kept: SiteTarget, asked: SiteTarget): boolean {
  if (kept.kind === 'folder' || asked.kind === 'folder') return false
  return (
    kept.kind === asked.kind &&
    placeOfTarget(kept) === placeOfTarget(asked) &&
    kept.login === asked.login &&
    kept.authority === asked.authority
  )
}

/** The place of a target. Throws ExpectedError `site.bad_address`, `site.not_https`, `site.bad_authority`. */
export function openPlace(target: SiteTarget, password: string, mark: string): SitePlace {
  if (target.kind === 'folder') return folderPlace({ folder: target.folder, files: nodeFiles, mark })
  const { kind, address, login, authority } = target
  const line = lineTo({
    base: readAddress(address),
    account: login === '' ? null : { name: login, password },
    trust: trustOf(authority),
    headers: { 'cache-control': 'no-cache' },
    // A connection that was kept may be a dead one after a sleep.
    keeps: false,
  })
  return kind === 'web' ? webPlace(line) : couchPlace(line)
}

/** Throws ExpectedError `site.bad_authority` where the certificates cannot be read. */
function trustOf(authority: string): Trust {
  const trust = findTrust(authority)
  if (trust === null) throw new ExpectedError('site.bad_authority')
  return trust
}
