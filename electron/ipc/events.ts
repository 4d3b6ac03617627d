import { EVENTS } from '#shared/ipc/contract.ts'
import type { WindowRegistry } from '../windows/registry.ts'
import type { SendEvent } from './services.ts'

/** Sends events to the desk's windows. A value that is not of the event's schema is a bug here: it throws. */
export function eventSender(windows: WindowRegistry): SendEvent {
  return (event, value) => {
    const parsed: unknown = EVENTS[event].parse(value)
    for (const { contents } of windows.all('desk')) contents.send(event, parsed)
  }
}
