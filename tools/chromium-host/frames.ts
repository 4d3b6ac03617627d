import { fromPageAddress, originOf } from './addresses.ts'

/** A frame of a window as main sees it (`WebFrameMain`). */
export class Frame {
  readonly frameTreeNodeId: number
  readonly routingId: number
  readonly processId: number
  readonly id: string
  readonly parent: Frame | null
  pageUrl = 'about:blank'
  name = ''
  detached = false
  /** The world of the bridge in this frame, once it is there. */
  world: number | undefined

  constructor(id: string, parent: Frame | null, number: number, processId: number) {
    this.id = id
    this.parent = parent
    this.frameTreeNodeId = number
    this.routingId = number
    this.processId = processId
  }

  get url(): string {
    return fromPageAddress(this.pageUrl)
  }

  get origin(): string {
    return originOf(this.pageUrl)
  }

  get top(): Frame {
    return this.parent?.top ?? this
  }

  isDestroyed(): boolean {
    return this.detached
  }
}

type CdpFrame = { id: string; parentId?: string; url: string; urlFragment?: string; name?: string }

type Context = { id: number; name: string; auxData?: { frameId?: string } }

/** The frames of one page, followed by Chromium's events. */
export class FrameTree {
  #frames = new Map<string, Frame>()
  #count = 0
  #main: Frame | undefined
  readonly #processId: number

  constructor(processId: number) {
    this.#processId = processId
  }

  get main(): Frame | undefined {
    return this.#main
  }

  find(id: string): Frame | undefined {
    return this.#frames.get(id)
  }

  findByWorld(world: number): Frame | undefined {
    return [...this.#frames.values()].find(frame => frame.world === world)
  }

  attach(id: string, parentId: string | undefined): Frame {
    const known = this.#frames.get(id)
    if (known) return known
    const parent = parentId ? (this.#frames.get(parentId) ?? this.#main ?? null) : null
    const frame = new Frame(id, parent, ++this.#count, this.#processId)
    this.#frames.set(id, frame)
    if (!parent) this.#main = frame
    return frame
  }

  navigated({ id, parentId, url, urlFragment, name }: CdpFrame): Frame {
    const frame = this.attach(id, parentId)
    frame.pageUrl = url + (urlFragment ?? '')
    frame.name = name ?? ''
    return frame
  }

  detach(id: string): void {
    const frame = this.#frames.get(id)
    if (!frame) return
    frame.detached = true
    frame.world = undefined
    this.#frames.delete(id)
  }

  context({ id, name, auxData }: Context, worldName: string): void {
    const frame = auxData?.frameId ? this.#frames.get(auxData.frameId) : undefined
    if (frame && name === worldName) frame.world = id
  }

  contextGone(world: number): void {
    const frame = this.findByWorld(world)
    if (frame) frame.world = undefined
  }

  contextsCleared(): void {
    for (const frame of this.#frames.values()) frame.world = undefined
  }
}
