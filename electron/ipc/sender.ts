import type { WebContents } from 'electron'
import { isPage, type PageKind } from '../security/origin.ts'
import type { WindowRegistry } from '../windows/registry.ts'

/** Who calls: a window main opened, on its own page. `load` is another after each load of the page. */
export interface Caller {
  readonly window: number
  readonly page: PageKind
  readonly load: number
}

/** What is looked at of a message (Electron's IpcMainInvokeEvent has it). */
export interface MessageEvent {
  readonly sender: WebContents
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/**
 * The caller of a message, or null: refused. Fails closed: no frame, a frame inside another, contents main did not open
 * or that are gone, and any address but the very page of that window.
 */
export function findCaller(event: MessageEvent, windows: WindowRegistry): Caller | null {
  try {
    const frame = event.senderFrame
    if (!frame || frame.parent !== null) return null
    const own = windows.find(event.sender)
    if (!own || !isPage(frame.url, own.page)) return null
    return { window: own.id, page: own.page, load: own.load }
  } catch {
    // A frame that was just disposed of throws when it is asked for its address.
    return null
  }
}
