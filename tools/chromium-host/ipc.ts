import { EventEmitter } from 'node:events'
import type { Frame } from './frames.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

/** The sender as a handler sees it. */
export type Sender = {
  contents: { id: number; send: (channel: string, ...args: unknown[]) => void }
  frame: Frame | null
}

const handlers = new Map<string, Handler>()

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()

function eventOf({ contents, frame }: Sender): object {
  return {
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    processId: frame?.processId ?? -1,
    frameId: frame?.routingId ?? -1,
    frameTreeNodeId: frame?.frameTreeNodeId ?? -1,
    reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    ports: [],
  }
}

/** Calls the channel's handler; a rejection reads in the page as it does in Electron. */
export async function invoke(sender: Sender, channel: string, args: unknown[]): Promise<unknown> {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return structuredClone(await handler(eventOf(sender), ...args))
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
  }
}

export function post(sender: Sender, channel: string, args: unknown[]): void {
  ipcMain.emit(channel, eventOf(sender), ...args)
}
