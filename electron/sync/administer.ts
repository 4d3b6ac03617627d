import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { InstallationId } from '#shared/change/action.ts'
import { accountNameOf, type DatabaseName, databasesOf, type OfficeCode } from '#shared/sync/address.ts'
import { EPOCH_ID } from '#shared/sync/document.ts'
import { type Answer, failureOf, ServerError } from './answers.ts'
import { type SyncDatabase, SyncFailure } from './database.ts'
import type { Asked, Wire } from './http-wire.ts'
import { CHAIN_RULES, KEY_RULES, type RulesDocument, securityOf } from './rules.ts'

/** What became of one step of an installation: done now, or found as it should be. */
export type Step = 'made' | 'mended' | 'stands'

/** The office on its server, step by step. */
export interface Installed {
  readonly chains: Step
  readonly keys: Step
  readonly security: Step
  readonly rules: Step
  readonly epoch: Step
}

const Welcome = z.union([
  z.object({ couchdb: z.literal('Welcome'), version: z.string() }),
  z.object({ 'express-pouchdb': z.literal('Welcome!'), version: z.string() }),
])

/**
 * Makes the databases of an office with their security, their rules and their epoch. Again, it only mends what is not as
 * it should be: documents are never touched. Throws SyncFailure.
 */
export async function installOffice(wire: Wire, office: OfficeCode, random: () => string): Promise<Installed> {
  succeeded(await wire.ask({ method: 'GET', path: '/' }), Welcome)
  const { chains, keys } = databasesOf(office)
  await ensureDatabase(wire, '_users')
  const steps = { chains: await ensureDatabase(wire, chains), keys: await ensureDatabase(wire, keys) }
  const security = [await ensureSecurity(wire, chains, chains), await ensureSecurity(wire, keys, chains)]
  const rules = [await ensureRules(wire, chains, CHAIN_RULES), await ensureRules(wire, keys, KEY_RULES)]
  const epoch = [await ensureEpoch(wire, chains, random), await ensureEpoch(wire, keys, random)]
  return { ...steps, security: worst(security), rules: worst(rules), epoch: worst(epoch) }
}

function worst(steps: readonly Step[]): Step {
  if (steps.includes('mended')) return 'mended'
  return steps.includes('made') ? 'made' : 'stands'
}

/**
 * A desk's account. Null: it is in the office already and keeps its password, unless `renewed` gives it another. One that was
 * closed is let in again, with another password.
 */
export async function addDesk(
  wire: Wire,
  asked: {
    readonly office: OfficeCode
    readonly installation: InstallationId
    readonly password: string
    readonly renewed: boolean
  },
): Promise<{ readonly name: string; readonly password: string } | null> {
  const { chains } = databasesOf(asked.office)
  const name = accountNameOf(asked.installation)
  const { path, found } = await accountOf(wire, name)
  if (found?.roles.includes(chains) && !asked.renewed) return null
  const roles = [...new Set([...(found?.roles ?? []), chains])]
  const account = { _id: idOfAccount(name), type: 'user', name, roles, password: asked.password }
  const body = found === null ? account : { ...account, _rev: found._rev }
  succeeded(await wire.ask({ method: 'PUT', path, body }), Done)
  return { name, password: asked.password }
}

/** That the office was made on this server. Throws SyncFailure: `missing` where it was not. */
export async function demandOffice(wire: Wire, office: OfficeCode): Promise<void> {
  const { chains } = databasesOf(office)
  succeeded(await wire.ask({ method: 'GET', path: `/${encodeURIComponent(chains)}` }), z.object({}))
}

/** Whether a desk has an account that may enter the office. */
export async function hasAccount(wire: Wire, office: OfficeCode, installation: InstallationId): Promise<boolean> {
  const { found } = await accountOf(wire, accountNameOf(installation))
  return found?.roles.includes(databasesOf(office).chains) ?? false
}

/** Takes a desk's account out of the office: it may neither read nor write any more. False: there is none. */
export async function closeDesk(
  wire: Wire,
  office: OfficeCode,
  installation: InstallationId,
  password: string,
): Promise<boolean> {
  const { chains } = databasesOf(office)
  const name = accountNameOf(installation)
  const { path, found } = await accountOf(wire, name)
  if (found === null) return false
  const roles = found.roles.filter(role => role !== chains)
  const body = { _id: idOfAccount(name), _rev: found._rev, type: 'user', name, roles, password }
  succeeded(await wire.ask({ method: 'PUT', path, body }), Done)
  return true
}

/** The administrator's word that a desk is retired: `made`, or said before. */
export async function retireDesk(database: SyncDatabase, installation: InstallationId): Promise<Step> {
  const written = await database.replace({ _id: `retired:${installation}` }, null)
  if (written.state === 'refused') throw new SyncFailure('forbidden', { code: written.reason })
  return written.state === 'written' ? 'made' : 'stands'
}

const Done = z.object({ ok: z.literal(true) })

const Account = z.object({ _rev: z.string(), roles: z.array(z.string()) })

function idOfAccount(name: string): string {
  return `org.couchdb.user:${name}`
}

async function accountOf(wire: Wire, name: string) {
  const path = `/_users/${encodeURIComponent(idOfAccount(name))}`
  return { path, found: await findAt(wire, path, Account) }
}

async function ensureDatabase(wire: Wire, name: DatabaseName | '_users'): Promise<Step> {
  const path = `/${encodeURIComponent(name)}`
  const head = await wire.ask({ method: 'GET', path })
  if (head.status === 200) return 'stands'
  if (head.status !== 404) throw failureOf(head)
  const made = await wire.ask({ method: 'PUT', path })
  // Another administrator at the same moment.
  if (made.status === 412) return 'stands'
  succeeded(made, Done)
  return 'made'
}

async function ensureSecurity(wire: Wire, name: DatabaseName, chains: DatabaseName): Promise<Step> {
  const path = `/${encodeURIComponent(name)}/_security`
  const wanted = securityOf(chains)
  const found = succeeded(await wire.ask({ method: 'GET', path }), z.unknown())
  if (isDeepStrictEqual(found, wanted)) return 'stands'
  succeeded(await wire.ask({ method: 'PUT', path, body: wanted }), Done)
  return 'made'
}

/** Rules of an older program, or changed by hand, are written over. */
async function ensureRules(wire: Wire, name: DatabaseName, rules: RulesDocument): Promise<Step> {
  const path = `/${encodeURIComponent(name)}/_design/qabyldau`
  const found = await findAt(wire, path, z.object({ _rev: z.string(), validate_doc_update: z.string().optional() }))
  if (found?.validate_doc_update === rules.validate_doc_update) return 'stands'
  const body = found === null ? rules : { ...rules, _rev: found._rev }
  succeeded(await wire.ask({ method: 'PUT', path, body }), Done)
  return found === null ? 'made' : 'mended'
}

async function ensureEpoch(wire: Wire, name: DatabaseName, random: () => string): Promise<Step> {
  const path = `/${encodeURIComponent(name)}/${EPOCH_ID}`
  const found = await findAt(wire, path, z.object({ epoch: z.string() }))
  if (found !== null) return 'stands'
  succeeded(await wire.ask({ method: 'PUT', path, body: { _id: EPOCH_ID, epoch: random() } }), Done)
  return 'made'
}

async function findAt<T>(wire: Wire, path: Asked['path'], schema: z.ZodType<T>): Promise<T | null> {
  const answer = await wire.ask({ method: 'GET', path })
  const reason = ServerError.safeParse(answer.value).data?.reason
  if (answer.status === 404 && (reason === 'missing' || reason === 'deleted')) return null
  return succeeded(answer, schema)
}

/** The value of a success in its form. Throws what the status means. */
export function succeeded<T>(answer: Answer, schema: z.ZodType<T>): T {
  if (answer.status >= 300) throw failureOf(answer)
  const parsed = schema.safeParse(answer.value)
  if (!parsed.success) throw new SyncFailure('not_ours', { status: answer.status, code: 'form' })
  return parsed.data
}
