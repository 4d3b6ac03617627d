import { contextBridge, ipcRenderer } from 'electron'
import { subscriptionOf, verbOf } from '#shared/ipc/api.ts'
import { CHANNEL_NAMES, EVENT_NAMES } from '#shared/ipc/names.ts'

/** What a page may ask of main: a function per channel, a subscription per event, nothing that takes a channel's name. */
const api: Record<string, unknown> = {}

for (const channel of CHANNEL_NAMES) {
  api[verbOf(channel)] = (args: unknown) => ipcRenderer.invoke(channel, args)
}

for (const event of EVENT_NAMES) {
  api[subscriptionOf(event)] = (callback: (value: unknown) => void) => {
    // The value only: the event would hand the page its sender.
    const listener = (_event: unknown, value: unknown): void => callback(value)
    ipcRenderer.on(event, listener)
    return () => {
      ipcRenderer.removeListener(event, listener)
    }
  }
}

contextBridge.exposeInMainWorld('desk', Object.freeze(api))
