import { randomBytes } from 'node:crypto'
import { databasesOf, type ServerAccount, ServerAddress } from '#shared/sync/address.ts'
import type { Trust } from '../http/trust.ts'
import type { Translate } from '../i18n.ts'
import { addDesk, closeDesk, type Installed, installOffice, retireDesk, type Step } from '../sync/administer.ts'
import { couchServer } from '../sync/couch.ts'
import type { SyncDatabase } from '../sync/database.ts'
import { type ServerAccess, wireTo } from '../sync/http-wire.ts'
import type { AdminAsked } from './arguments.ts'
import { type Comparison, compareDatabases } from './compare.ts'
import { invite } from './invite.ts'
import { standingOf } from './standing.ts'
import { statusTable } from './status-table.ts'

/** What a command is done with: who the administrator is on the server, whose certificate is believed, the words. */
export interface AdminHands {
  readonly account: ServerAccount
  readonly trust: Trust
  readonly t: Translate
}

/** What is said, line by line, and whether all is well. */
export interface Told {
  readonly lines: readonly string[]
  readonly well: boolean
}

/** Does what was asked. Throws SyncFailure. */
export function doCommand(asked: AdminAsked, hands: AdminHands): Promise<Told> {
  switch (asked.command) {
    case 'init':
      return init(asked, hands)
    case 'invite':
      return answer(asked, hands)
    case 'add-desk':
      return add(asked, hands)
    case 'retire':
      return retire(asked, hands)
    case 'status':
      return status(asked, hands)
    case 'backup-check':
      return backupCheck(asked, hands)
  }
}

type Of<C extends AdminAsked['command']> = Extract<AdminAsked, { command: C }>

const freshText = (bytes: number) => randomBytes(bytes).toString('base64url')

async function withWire<T>(
  asked: AdminAsked,
  { account, trust }: AdminHands,
  body: (wire: ReturnType<typeof wireTo>) => Promise<T>,
): Promise<T> {
  const wire = wireTo({ address: asked.address, account, trust })
  try {
    return await body(wire)
  } finally {
    wire.close()
  }
}

async function withChains<T>(
  address: ServerAccess['address'],
  asked: AdminAsked,
  { account, trust }: AdminHands,
  body: (chains: SyncDatabase) => Promise<T>,
): Promise<T> {
  const server = couchServer({ address, account, trust })
  try {
    return await body(server.database(databasesOf(asked.office).chains))
  } finally {
    server.close()
  }
}

function wordOf(step: Step, t: Translate): string {
  return { made: t('admin.step.made'), mended: t('admin.step.mended'), stands: t('admin.step.stands') }[step]
}

async function init(asked: Of<'init'>, hands: AdminHands): Promise<Told> {
  const { t } = hands
  const done: Installed = await withWire(asked, hands, wire => installOffice(wire, asked.office, () => freshText(24)))
  const { chains, keys } = databasesOf(asked.office)
  const lines = [
    t('admin.init.database', { name: chains, step: wordOf(done.chains, t) }),
    t('admin.init.database', { name: keys, step: wordOf(done.keys, t) }),
    t('admin.init.security', { step: wordOf(done.security, t) }),
    t('admin.init.rules', { step: wordOf(done.rules, t) }),
    t('admin.init.epoch', { step: wordOf(done.epoch, t) }),
    t('admin.init.next'),
  ]
  return { lines, well: true }
}

async function answer(asked: Of<'invite'>, hands: AdminHands): Promise<Told> {
  const at = asked.at ?? ServerAddress.safeParse(asked.address).data
  // An address of this computer alone is none for a desk.
  if (at === undefined) return { lines: [hands.t('admin.invite.at')], well: false }
  return withWire(asked, hands, wire => invite(asked, hands, wire, { at, password: freshText(18) }))
}

async function add(asked: Of<'add-desk'>, hands: AdminHands): Promise<Told> {
  const { t } = hands
  const { office, installation, renew } = asked
  const wanted = { office, installation, password: freshText(18), renewed: renew }
  const account = await withWire(asked, hands, wire => addDesk(wire, wanted))
  if (account === null) return { lines: [t('admin.desk.stands')], well: true }
  const lines = [
    t('admin.desk.address', { address: asked.address }),
    t('admin.desk.name', { name: account.name }),
    t('admin.desk.password', { password: account.password }),
    t('admin.desk.once'),
  ]
  return { lines, well: true }
}

async function retire(asked: Of<'retire'>, hands: AdminHands): Promise<Told> {
  const { t } = hands
  const { office, installation, close } = asked
  const step = await withChains(asked.address, asked, hands, chains => retireDesk(chains, installation))
  const lines = [
    step === 'made' ? t('admin.retire.made', { installation }) : t('admin.retire.stands', { installation }),
  ]
  if (!close) return { lines: [...lines, t('admin.retire.open')], well: true }
  const closed = await withWire(asked, hands, wire => closeDesk(wire, office, installation, freshText(18)))
  return { lines: [...lines, closed ? t('admin.retire.closed') : t('admin.retire.no_account')], well: true }
}

async function status(asked: Of<'status'>, hands: AdminHands): Promise<Told> {
  const { t } = hands
  const { chains, letters, documents } = await withChains(asked.address, asked, hands, standingOf)
  const lines = [
    t('admin.status.office', { desks: chains.length, letters, documents }),
    ...(chains.length === 0 ? [t('admin.status.nobody')] : ['', ...statusTable(chains, t)]),
    ...chains.flatMap(({ installation, missing }) =>
      missing === 0 ? [] : ['', t('admin.status.missing', { installation, missing })],
    ),
  ]
  return { lines, well: chains.every(({ missing }) => missing === 0) }
}

async function backupCheck(asked: Of<'backup-check'>, hands: AdminHands): Promise<Told> {
  const { t } = hands
  const found: Comparison = await withChains(asked.address, asked, hands, live =>
    withChains(asked.copy, asked, hands, copy => compareDatabases(live, copy)),
  )
  const { counts } = found
  const well = counts.missing + counts.different + counts.lost === 0
  const lines = [
    t('admin.check.counts', { same: found.same, newer: found.newer }),
    ...(counts.missing > 0 ? [t('admin.check.missing', { count: counts.missing }), ...found.missing] : []),
    ...(counts.different > 0 ? [t('admin.check.different', { count: counts.different }), ...found.different] : []),
    ...(counts.lost > 0 ? [t('admin.check.lost', { count: counts.lost }), ...found.lost] : []),
    well ? t('admin.check.well') : t('admin.check.not_well'),
  ]
  return { lines, well }
}
