import { z } from 'zod'
import { SubjectId } from '#shared/change/action.ts'
import { documentId, EPOCH_ID, lastId, placeOfId } from '#shared/sync/document.ts'
import { afterReturn, offeredAgain } from '#shared/sync/state.ts'
import { claimLetter } from './claimed-letters.ts'
import { SyncFailure } from './database.ts'
import { type Exchange, SyncStopped } from './exchange.ts'
import { isBeyond } from './own-chain.ts'
import { emptyKey } from './people.ts'
import { pull } from './pull.ts'
import { greatestOn, handOn, push, wholeUpTo } from './push.ts'
import { fromDocument, idOf } from './wire.ts'

const Epoch = z.object({ epoch: z.string().min(1).max(80) })

/**
 * One exchange with the office's server: whether it is the one we know and knows what it confirmed, then what others wrote,
 * then what we wrote. May be cut anywhere and begun again. `compare`: the feed is not believed to have told every chain.
 * Throws SyncFailure, SyncStopped.
 */
export async function runCycle(exchange: Exchange, { compare = false } = {}): Promise<void> {
  const there = await demandServer(exchange, compare)
  await offerAgain(exchange)
  if (compare) await compareChains(exchange)
  await pull(exchange)
  await push(exchange, there)
  await claimLetter(exchange)
  await handOn(exchange)
}

/**
 * Takes everything that stands on the server and sends nothing: for a desk that is being put together. How far each chain goes
 * there is known before the first record is taken. May be cut anywhere and begun again. Throws SyncFailure.
 */
export async function takeEverything(exchange: Exchange): Promise<void> {
  await demandServer(exchange, false)
  await compareChains(exchange)
  await pull(exchange)
}

/**
 * A database made anew, replaced or restored from an older copy is told by its epoch, or by what it lacks of our chain. Answers
 * with the greatest sequence of our chain that stands there.
 */
async function demandServer(exchange: Exchange, compare: boolean): Promise<number> {
  const { actions, memory, desk, signal } = exchange
  const epoch = await epochOf(exchange)
  const { confirmed, epoch: known } = memory.current
  const own = desk.journal.installation
  const there = await greatestOn(actions, own, signal)
  const kept = compare ? await wholeUpTo(actions, own, signal) : there
  if (epoch === known && kept >= confirmed) return there
  const isFirst = known === null && confirmed === 0
  const whole = await wholeUpTo(actions, own, signal)
  await memory.keep(afterReturn(memory.current, epoch, Math.min(whole, confirmed)))
  if (!isFirst) await emptyKeysOfErased(exchange)
  return there
}

async function offerAgain({ memory, app, desk }: Exchange): Promise<void> {
  const own = desk.journal.installation
  const sequenceOf = (id: string) => {
    const place = placeOfId(id)
    return place?.installation === own ? place.sequence : null
  }
  await memory.keep(offeredAgain(memory.current, app, sequenceOf))
}

/** Notes how far each chain goes on the server, asked for by key: what a feed has left out is then asked for too. */
async function compareChains({ actions, memory, desk, signal }: Exchange): Promise<void> {
  const own = desk.journal.installation
  const seen = { ...memory.current.seen }
  for (let from = '0'; ; ) {
    const [next] = await actions.range({ from, to: 'zzzzzzzzzzzzzzzzz', limit: 1, content: 'ids' }, signal)
    const id = idOf(next)
    if (id === null) break
    const installation = placeOfId(id)?.installation ?? null
    if (installation === own) await demandNoneBeyond({ actions, desk, ...(signal && { signal }) })
    else if (installation !== null) {
      seen[installation] = Math.max(seen[installation] ?? 0, await greatestOn(actions, installation, signal))
    }
    // Behind every record of this chain; ids of another kind are passed one by one.
    from = installation === null ? `${id}\u0000` : `${lastId(installation, 999_999_999_999)}~`
  }
  await memory.keep({ ...memory.current, seen })
}

/** What the feed has left out of this desk's own chain, behind its end here. */
async function demandNoneBeyond({
  actions,
  desk,
  signal,
}: Pick<Exchange, 'actions' | 'desk' | 'signal'>): Promise<void> {
  const own = desk.journal.installation
  const from = documentId(own, (desk.journal.head().cursor[own] ?? 0) + 1)
  const rows = await actions.range({ from, to: lastId(own, 999_999_999_999), limit: 100, content: 'documents' }, signal)
  const arrived = rows.flatMap(row => {
    const read = fromDocument(row)
    return read.kind === 'record' ? [read.record] : []
  })
  if (isBeyond(desk, arrived)) throw new SyncStopped('data_behind')
}

async function epochOf({ actions, random, signal }: Exchange): Promise<string> {
  for (;;) {
    const kept = await actions.read(EPOCH_ID, signal)
    const found = kept && Epoch.safeParse(kept.document)
    if (found?.success) return found.data.epoch
    if (found) throw new SyncFailure('not_ours')
    const { state } = await actions.replace({ _id: EPOCH_ID, epoch: random() }, null, signal)
    if (state === 'refused') throw new SyncFailure('forbidden')
  }
}

/** An older copy of the keyring holds keys again of people who were erased since. */
async function emptyKeysOfErased({ desk, people, signal }: Exchange): Promise<void> {
  for (const subject of desk.gate.related().erasedSubjects.keys())
    await emptyKey(people, SubjectId.parse(subject), signal)
}
