import { EVENTS } from '#shared/ipc/contract.ts'
import type { WindowRegistry } from '../windows/registry.ts'
import { EVENT_OF_HALL, EVENT_OF_RECOVERY, type SendEvent } from './services.ts'

/** Sends events to the windows they are for. A value that is not of the event's schema is a bug here: it throws. */
export function eventSender(windows: WindowRegistry): SendEvent {
  return (event, value) => {
    const parsed: unknown = EVENTS[event].parse(value)
    const page = event === EVENT_OF_HALL ? 'hall' : 'desk'
    const pages = event === EVENT_OF_RECOVERY ? [...windows.all(page), ...windows.all('recovery')] : windows.all(page)
    for (const { contents } of pages) contents.send(event, parsed)
  }
}
