import { performance } from 'node:perf_hooks'
import { untilNextTry } from '#shared/posting/next-try.ts'
import type { PublicationState } from '#shared/posting/publication.ts'
import { placeOfTarget, type SiteProof, type SiteTarget } from '#shared/posting/site-target.ts'
import { type AppError, ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { inTurn } from '../desk/in-turn.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { type Edition, findEdition, headsOf, type PrintSheet } from './edition.ts'
import type { SitePlace } from './place.ts'
import { type PublishedThere, publish } from './publish.ts'
import { BusyError } from './refusals.ts'
import type { SiteFile } from './site-file.ts'

/** What stands there is read again so often, milliseconds. */
const CHECK_EVERY = 6 * 60 * 60 * 1000
/** After a start the screens come first, milliseconds. */
const CHECK_AFTER = 5_000

/** What a publisher is made of. */
export interface PublisherParts {
  readonly findDesk: () => OpenDesk | null
  readonly openFile: (desk: OpenDesk) => Promise<SiteFile>
  readonly placeOf: (target: SiteTarget, password: string) => SitePlace
  readonly print: PrintSheet
  /** The believed clock: instant in milliseconds, and the day at the office. */
  readonly now: () => number
  readonly today: () => PlainDate
  /** Records in the journal that versions were published. */
  readonly record: (desk: OpenDesk, edition: Edition, proof: SiteProof) => Promise<void>
  readonly told: (state: PublicationState) => void
  readonly reportBug: (error: unknown) => void
  readonly random?: () => number
  /** A clock that only goes forward, milliseconds. */
  readonly elapsed?: () => number
}

interface Failed {
  readonly error: AppError
  readonly at: number
  readonly tries: number
}

interface Running {
  readonly edition: Edition
  readonly control: AbortController
  progress: PublicationState['progress']
}

/**
 * Publishes what stands approved by itself, as soon as it can be (clause 7). There is one edition to publish at any moment: a
 * later one takes the place of one that waits or is on its way. What is not done is tried again, and at once when asked.
 */
export class Publisher {
  readonly #parts: PublisherParts
  readonly #serially = inTurn()
  #file: { readonly desk: OpenDesk; readonly file: SiteFile } | null = null
  #known: { readonly heads: string; readonly edition: Edition | null } | null = null
  #running: Running | null = null
  #failed: Failed | null = null
  #checkedAt: number | null = null
  /** When the next try and the next look at what stands there are due, by the clock that only goes forward. */
  #dueAt = 0
  #checkDueAt: number
  #nextAt: number | null = null
  #timer: NodeJS.Timeout | null = null
  #isEnded = false

  constructor(parts: PublisherParts) {
    this.#parts = parts
    this.#checkDueAt = this.#elapsed() + CHECK_AFTER
  }

  /** Whether something waits for a wire, or for whoever has to come back. */
  get isWaiting(): boolean {
    return this.#failed !== null && this.#running === null
  }

  /** Looks whether anything is to be published now; never throws. */
  async look(): Promise<void> {
    try {
      await this.#look()
    } catch (error) {
      this.#parts.reportBug(error)
    }
  }

  /** The wire or the machine is back: what waits is tried at once. */
  wake(): Promise<void> {
    this.#dueAt = 0
    if (this.#failed !== null) this.#checkDueAt = 0
    return this.look()
  }

  /** Tries at once, because a person asks for it; also what stands there already is read anew. */
  async press(): Promise<void> {
    const { file } = await this.#settings()
    if (file.current.target === null) throw new ExpectedError('site.not_set')
    if (file.current.held) await file.change({ held: false })
    this.#forget()
    await this.#look()
  }

  /** Stops what is under way; nothing is tried until it is asked for again. */
  async hold(): Promise<void> {
    const { file } = await this.#settings()
    await file.change({ held: true })
    this.#running?.control.abort()
    this.#forget()
    await this.#tell()
  }

  /** Sets where it goes; `password` null keeps the one there is. Without a target nothing is published any more. */
  async configure(target: SiteTarget | null, password: string | null): Promise<void> {
    const { file } = await this.#settings()
    this.#running?.control.abort()
    await file.change({
      target,
      password: target === null ? '' : (password ?? file.current.password),
      held: false,
      ...(target === null && { published: null }),
    })
    this.#forget()
    await this.#look()
  }

  /** The password that is kept. */
  async password(): Promise<string> {
    return (await this.#settings()).file.current.password
  }

  async state(): Promise<PublicationState> {
    const { desk, file } = await this.#settings()
    return this.#stateOf(file, file.current.target === null ? null : await this.#edition(desk))
  }

  /** Stops for good: the program ends. */
  end(): void {
    this.#isEnded = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#running?.control.abort()
  }

  #elapsed(): number {
    return (this.#parts.elapsed ?? (() => performance.now()))()
  }

  #forget(): void {
    this.#failed = null
    this.#nextAt = null
    this.#dueAt = 0
    this.#checkDueAt = 0
  }

  async #settings(): Promise<{ readonly desk: OpenDesk; readonly file: SiteFile }> {
    const desk = this.#parts.findDesk()
    if (desk === null) throw new ExpectedError('desk.not_ready')
    return this.#serially(async () => {
      if (this.#file?.desk !== desk) this.#file = { desk, file: await this.#parts.openFile(desk) }
      return this.#file
    })
  }

  /** What is to stand there; made anew only where something was written it hangs on. */
  #edition(desk: OpenDesk): Promise<Edition | null> {
    return this.#serially(async () => {
      const today = this.#parts.today()
      const heads = headsOf(desk, today)
      if (this.#known?.heads !== heads) {
        const edition = await findEdition(desk, today, this.#parts.print)
        // The same bytes again: what was made of them once is still good.
        const isSame = edition !== null && edition.id === this.#known?.edition?.id
        this.#known = { heads, edition: isSame ? (this.#known?.edition ?? edition) : edition }
      }
      return this.#known.edition
    })
  }

  async #look(): Promise<void> {
    if (this.#isEnded || this.#parts.findDesk() === null) return
    const { desk, file } = await this.#settings()
    const { target, held } = file.current
    if (target === null || held) return this.#tell()
    const edition = await this.#edition(desk)
    if (this.#running !== null) {
      // What is on its way is not what stands approved any more.
      if (this.#running.edition.id !== edition?.id) this.#running.control.abort()
      return
    }
    const due = isPublished(file, target, edition) ? this.#checkDueAt : this.#dueAt
    if (edition === null || this.#elapsed() < due) return this.#tell()
    void this.#run(desk, file, target, edition)
  }

  async #run(desk: OpenDesk, file: SiteFile, target: SiteTarget, edition: Edition): Promise<void> {
    const running: Running = { edition, control: new AbortController(), progress: null }
    this.#running = running
    try {
      await this.#tell()
      await this.#published(desk, file, target, running)
      this.#forget()
      this.#checkedAt = this.#parts.now()
      this.#checkDueAt = this.#elapsed() + CHECK_EVERY
    } catch (error) {
      if (!running.control.signal.aborted) this.#fails(error)
    }
    this.#running = null
    this.#tellSoon()
    // Something later may have been approved meanwhile.
    if (!this.#isEnded) await this.look()
  }

  async #published(desk: OpenDesk, file: SiteFile, target: SiteTarget, running: Running): Promise<void> {
    const { edition, control } = running
    const place = placeOfTarget(target)
    const parts = {
      signal: control.signal,
      now: this.#parts.now,
      month: PlainMonth.parse(this.#parts.today().slice(0, 7)),
      told: (done: number, total: number) => {
        running.progress = { done, total }
        this.#tellSoon()
      },
    }
    const at = this.#parts.placeOf(target, file.current.password)
    const there: PublishedThere = await publish(at, edition, parts)
    if (control.signal.aborted) throw new ExpectedError('site.stopped')
    await this.#parts.record(desk, edition, { place, digest: there.digest })
    const before = file.current.published
    const isKnown = !there.isPut && before?.digest === there.digest && before.place === place
    if (isKnown) return
    const published = { place, edition: edition.id, digest: there.digest, months: toldMonths(edition) }
    await file.change({ published: { ...published, at: new Date(this.#parts.now()).toISOString() } })
  }

  #fails(error: unknown): void {
    const { now, reportBug, random = Math.random } = this.#parts
    if (!(error instanceof ExpectedError)) reportBug(error)
    const detail = error instanceof ExpectedError ? error.detail : { code: 'site.unexpected', params: {} }
    const tries = (this.#failed?.tries ?? 0) + 1
    this.#failed = { error: detail, at: now(), tries }
    const later = error instanceof BusyError ? error.seconds * 1000 : 0
    const wait = untilNextTry(tries, { code: detail.code, random: random(), later })
    this.#nextAt = now() + wait
    this.#dueAt = this.#elapsed() + wait
    this.#checkDueAt = this.#dueAt
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.look(), wait + 5)
    this.#timer.unref()
  }

  #tellSoon(): void {
    void this.#tell().catch(this.#parts.reportBug)
  }

  async #tell(): Promise<void> {
    if (!this.#isEnded) this.#parts.told(await this.state())
  }

  #stateOf(file: SiteFile, edition: Edition | null): PublicationState {
    const { target, password, held, published } = file.current
    const isThere = target !== null && isPublished(file, target, edition)
    const at = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())
    const failed = file.isDamaged
      ? { error: { code: 'site.settings_damaged', params: {} }, at: this.#parts.now(), tries: 1 }
      : this.#failed
    return {
      phase: phaseOf({ target, held, isThere, edition, isRunning: this.#running !== null }),
      target,
      hasPassword: password !== '',
      wanted: edition === null ? [] : toldMonths(edition),
      published,
      checkedAt: at(this.#checkedAt),
      failed: failed && { ...failed, at: new Date(failed.at).toISOString() },
      nextAt: this.#running === null ? at(this.#nextAt) : null,
      progress: this.#running?.progress ?? null,
    }
  }
}

function phaseOf(now: {
  readonly target: SiteTarget | null
  readonly held: boolean
  readonly isThere: boolean
  readonly edition: Edition | null
  readonly isRunning: boolean
}): PublicationState['phase'] {
  if (now.target === null) return 'off'
  if (now.held) return 'held'
  if (now.edition === null) return 'empty'
  if (now.isThere) return 'published'
  return now.isRunning ? 'working' : 'waiting'
}

/** Whether what is to stand there was published there, and read back. */
function isPublished({ current }: SiteFile, target: SiteTarget, edition: Edition | null): boolean {
  const { published } = current
  return published !== null && published.edition === edition?.id && published.place === placeOfTarget(target)
}

function toldMonths({ months }: Edition): PublicationState['wanted'] {
  return months.map(({ month, number, mark }) => ({ month, number, mark }))
}
