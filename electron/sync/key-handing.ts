import type { DESKS_CHANNELS, FoundKeyAnswer, FoundKeyAsk } from '#shared/ipc/desks.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type KeyAnswer, type KeyAsk, typedDigits } from '#shared/sync/key-handing.ts'
import { peopleOf } from '../access/services.ts'
import { type Actor, intentNow } from '../desk/act.ts'
import type { DeskState } from '../desk/desk-state.ts'
import { inTurn } from '../desk/in-turn.ts'
import { commitOf, endTaking } from '../desk/key-change.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { letterOf } from '../desk/registrations.ts'
import type { DeskServices, ServiceContext } from '../ipc/services.ts'
import { type Asked, findAsked, keepAsked, keepNewAsk, privateHalfOf } from '../security/asked-key.ts'
import { lateAt } from '../security/office-key.ts'
import { putInForce, settleOfficeKey } from '../security/office-key-change.ts'
import { readLinks } from '../security/older-keys.ts'
import { findRecovery, provenHalf } from '../security/recovery-file.ts'
import {
  digitsOfAnswer,
  makeKeyAnswer,
  type OpenedAnswer,
  openKeyAnswer,
  readKeyAnswer,
  writeKeyAnswer,
} from './key-answer.ts'
import { digitsOfAsk, judgeKeyAsk, makeKeyAsk, readKeyAsk, writeKeyAsk } from './key-ask.ts'

type KeyChannel = keyof Pick<
  typeof DESKS_CHANNELS,
  'key.state' | 'key.ask' | 'key.answer' | 'key.take' | 'key.request' | 'key.give'
>

/** What the office key is handed on with. */
export interface KeyHandingParts {
  readonly context: Pick<ServiceContext, 'chooseFolder' | 'chooseExchange'>
  readonly state: Pick<DeskState, 'desk' | 'actor' | 'access' | 'clock' | 'place' | 'atDoor'>
  readonly moved: () => void
  /** A copy of the data as they are now, because of a new office key; false: it could not be made, and was told. */
  readonly copy: () => Promise<boolean>
}

/**
 * The changed office key goes to the office's other desks by a person's hand (ADR 29): asked for at one, given at another, and
 * taken by the digits the giving desk shows.
 */
export function keyHandingServices(parts: KeyHandingParts): Pick<DeskServices, KeyChannel> {
  return { ...new Asking(parts).services, ...new GivingKeys(parts).services }
}

/** At the desk that waits for the key. */
class Asking {
  readonly #parts: KeyHandingParts
  /** The answer that was opened, as it was read. */
  #answer: KeyAnswer | null = null

  constructor(parts: KeyHandingParts) {
    this.#parts = parts
  }

  readonly services: Pick<DeskServices, 'key.state' | 'key.ask' | 'key.answer' | 'key.take'> = {
    'key.state': async () => {
      const asked = await this.#find()
      return { asked: asked && { fingerprint: digitsOfAsk(asked.ask), askedAt: asked.ask.askedAt } }
    },
    'key.ask': async (_, caller) => {
      this.#parts.state.desk()
      const folder = await this.#parts.context.chooseFolder(caller, 'parcel')
      if (folder === null) return { state: 'canceled' }
      const { state } = this.#parts
      const ask = await state.atDoor(() => this.#ask())
      // Outside the turn of the door: nobody at the desk waits for a slow stick.
      const fileName = await writeKeyAsk(state.place.files, folder, ask)
      return { state: 'saved', fileName, records: 0 }
    },
    'key.answer': async (_, caller) => {
      await this.#demand()
      const path = await this.#parts.context.chooseExchange(caller, 'key_answer')
      this.#answer = null
      if (path === null) return { found: null }
      const answer = await readKeyAnswer(this.#parts.state.place.files, path)
      const found = await this.#open(await this.#demand(), answer)
      forget(found)
      this.#answer = answer
      return { found: foundOf(found, answer) }
    },
    'key.take': async ({ from, digits }) => {
      const { state, moved, copy } = this.#parts
      const late = await state.atDoor(async () => {
        await this.#take(from, digits)
        return lateAt(state.access.door)
      })
      this.#answer = null
      moved()
      return { copied: await copy(), late }
    },
  }

  #find(): Promise<Asked | null> {
    const { desk, place } = this.#parts.state
    return findAsked(place, desk().keys)
  }

  async #demand(): Promise<Asked> {
    const asked = await this.#find()
    if (asked === null) throw new ExpectedError('key.not_asked')
    return asked
  }

  async #ask(): Promise<KeyAsk> {
    const { desk, actor, clock, place } = this.#parts.state
    const { keys, journal, gate } = desk()
    // A key that came in force, and could not be told, is told before who decided it is written over.
    await gate.inTurn(actNow => endTaking(desk(), place, actor(), actNow))
    const { letter } = await letterOf(journal)
    const askedAt = new Date(clock.now()).toISOString()
    const { ask, privateKey } = makeKeyAsk(keys, { letter, user: actor().user, askedAt })
    await keepNewAsk(place, keys, ask, privateKey)
    return ask
  }

  async #open(asked: Asked, answer: KeyAnswer): Promise<OpenedAnswer> {
    const { desk, place } = this.#parts.state
    const privateKey = privateHalfOf(place, asked)
    const own = { ask: asked.ask, privateKey, links: await readLinks(place), random: place.random }
    return openKeyAnswer(desk(), own, answer).finally(() => privateKey.fill(0))
  }

  /**
   * In one turn of the door and of the gate: no password is set and no act is made between. What is left to do once the key is
   * in force is also done by the next start.
   */
  async #take(from: string, digits: string): Promise<void> {
    const { desk: deskNow, actor, access, place } = this.#parts.state
    const answer = this.#answer
    if (answer === null || answer.by !== from) throw new ExpectedError('key.no_answer')
    if (typedDigits(digits) !== typedDigits(digitsOfAnswer(answer))) throw new ExpectedError('key.digits')
    const desk = deskNow()
    await desk.gate.inTurn(async actNow => {
      const asked = await this.#demand()
      const opened = await this.#open(asked, answer)
      const { user, role } = actor()
      try {
        await keepAsked(place, desk.keys, { ...asked, taking: { key: answer.keyId, by: answer.by, user, role } })
        await putInForce({ place, keys: desk.keys, commit: commitOf(place, access) }, opened.coming)
      } finally {
        forget(opened)
      }
      await settleOfficeKey(place, desk.keys).catch(error => desk.reportBug(error))
      await endTaking(desk, place, actor(), actNow).catch(error => desk.reportBug(error))
    })
  }
}

function forget({ coming }: OpenedAnswer): void {
  for (const key of coming.keys) key.fill(0)
}

function foundOf({ from }: OpenedAnswer, { keyId }: KeyAnswer): FoundKeyAnswer {
  return { from: from.installation, letter: from.letter, keyId }
}

/** An answer that is not noted yet: the public half of the paper in it, and who gives. */
interface Given {
  readonly answer: KeyAnswer
  readonly paper: string
  readonly by: Pick<Actor, 'user' | 'role'>
}

/** At a desk that has the key. */
class GivingKeys {
  readonly #parts: KeyHandingParts
  readonly #serially = inTurn()
  #asked: KeyAsk | null = null

  constructor(parts: KeyHandingParts) {
    this.#parts = parts
  }

  readonly services: Pick<DeskServices, 'key.request' | 'key.give'> = {
    'key.request': async (_, caller) => {
      const desk = this.#parts.state.desk()
      const path = await this.#parts.context.chooseExchange(caller, 'key_request')
      this.#asked = null
      if (path === null) return { asked: null }
      const ask = await readKeyAsk(this.#parts.state.place.files, path)
      const asked = await foundAsk(desk, ask)
      this.#asked = ask
      return { asked }
    },
    'key.give': async ({ installation }, caller) => {
      const ask = this.#asked
      if (ask === null || ask.installation !== installation) throw new ExpectedError('key.no_request')
      // Before a folder is asked for: who is refused by then is told so at once.
      await this.#demandPaper()
      const folder = await this.#parts.context.chooseFolder(caller, 'parcel')
      if (folder === null) return { state: 'canceled' }
      const given = await this.#serially(() => this.#give(folder, ask))
      this.#parts.moved()
      return given
    },
  }

  /**
   * The public half of the office's paper, proven: the asking desk seals the office key for it. Without one that desk would be
   * left with a paper that opens nothing, or with one of whoever wrote this disk. Throws `key.no_paper`, `key.paper_unproven`.
   */
  async #demandPaper(): Promise<string> {
    const { desk, place } = this.#parts.state
    const { keys } = desk()
    const paper = await findRecovery(place, keys.keyId)
    if (paper === null) throw new ExpectedError('key.no_paper')
    const half = await keys.lend(async office => provenHalf(paper, office))
    if (half === null) throw new ExpectedError('key.paper_unproven')
    return half
  }

  /**
   * The answer is made in one turn, written outside of it - nobody at the desk waits for a slow stick - and the act noted in
   * another, where all is judged again; the digits are told after it. Where the act cannot be noted the file goes again; where
   * key or paper were changed meanwhile those of now are given.
   */
  async #give(folder: string, ask: KeyAsk): Promise<{ state: 'saved'; fileName: string; fingerprint: string }> {
    const { place, atDoor } = this.#parts.state
    const given = await atDoor(() => this.#make(ask))
    const fileName = await writeKeyAnswer(place.files, folder, ask, given.answer)
    let isNoted = false
    try {
      isNoted = await atDoor(() => this.#note(ask, given))
    } finally {
      if (!isNoted) await place.files.remove(`${folder}/${fileName}`).catch(() => undefined)
    }
    return isNoted ? { state: 'saved', fileName, fingerprint: digitsOfAnswer(given.answer) } : this.#give(folder, ask)
  }

  #make(ask: KeyAsk): Promise<Given> {
    const { desk: deskNow, actor, place } = this.#parts.state
    const desk = deskNow()
    return desk.gate.inTurn(async () => {
      await judgeKeyAsk(desk, ask)
      const paper = await this.#demandPaper()
      const giving = { keys: desk.keys, links: await readLinks(place), paper, random: place.random }
      const { user, role } = actor()
      return { answer: await makeKeyAnswer(ask, giving), paper, by: { user, role } }
    })
  }

  /** False: what was given is no longer the key in force and its paper. */
  #note(ask: KeyAsk, { answer, paper, by }: Given): Promise<boolean> {
    const { desk: deskNow, actor } = this.#parts.state
    const desk = deskNow()
    const { keys, journal, gate } = desk
    return gate.inTurn(async actNow => {
      await judgeKeyAsk(desk, ask)
      if (answer.keyId !== keys.keyId || (await this.#demandPaper()) !== paper) return false
      const body = { desk: ask.installation, key: answer.keyId }
      await actNow([{ intent: intentNow(journal, 'office', 'main', 'office.key_given', body) }], { ...actor(), ...by })
      return true
    })
  }
}

async function foundAsk(desk: OpenDesk, ask: KeyAsk): Promise<FoundKeyAsk> {
  const { installation, letter, since } = await judgeKeyAsk(desk, ask)
  const who = (await peopleOf(desk)).find(({ user }) => user.id === ask.user)?.user.name ?? null
  return { installation, letter, since, who, askedAt: ask.askedAt, fingerprint: digitsOfAsk(ask) }
}
