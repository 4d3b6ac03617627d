import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import type { Log } from '#electron/diagnostics/log.ts'
import type { MessageEvent } from '#electron/ipc/sender.ts'
import type { PageKind } from '#electron/security/origin.ts'
import { pageUrl } from '#electron/security/origin.ts'
import { WindowRegistry } from '#electron/windows/registry.ts'

/** Contents of a window as the registry and the door see them. */
export class FakeContents extends EventEmitter {
  readonly id: number
  destroyed = false
  readonly sent: [string, unknown][] = []

  constructor(id: number) {
    super()
    this.id = id
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  send(event: string, value: unknown): void {
    this.sent.push([event, value])
  }

  asContents(): WebContents {
    return this as unknown as WebContents
  }
}

export function registered(page: PageKind, id = 1): { contents: FakeContents; windows: WindowRegistry } {
  const windows = new WindowRegistry()
  const contents = new FakeContents(id)
  windows.add(contents.asContents(), page)
  return { contents, windows }
}

export function messageFrom(contents: FakeContents, page: PageKind): MessageEvent {
  return { sender: contents.asContents(), senderFrame: { url: pageUrl(page), parent: null } }
}

/** A log kept in memory: what it was given, and that it was given nothing of a person. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = []
  return {
    lines,
    write: (event, fields) => void lines.push(JSON.stringify([event, fields ?? {}])),
    bug: (area, error, fields) => {
      lines.push(JSON.stringify([`${area}.bug`, fields ?? {}, error instanceof Error ? error.name : 'other']))
      return '0badf00d'
    },
    last: count => lines.slice(-count),
  }
}
