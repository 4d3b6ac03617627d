import type { Result } from '../result/result.ts'
import type { ArgsOf, Channel, EventName, EventOf, ResultOf } from './contract.ts'

/** `journal.read` -> `journalRead`: the name of a channel as a function of `window.desk`. */
export type VerbOf<C extends string> = C extends `${infer Noun}.${infer Act}` ? `${Noun}${Capitalize<Act>}` : never

/** `journal.moved` -> `onJournalMoved`: the name of an event's subscription. */
export type SubscriptionOf<E extends string> = `on${Capitalize<VerbOf<E>>}`

/** All that the page can ask of main: one function per channel, one subscription per event. Nothing generic. */
export type DeskApi = {
  readonly [C in Channel as VerbOf<C>]: (args: ArgsOf<C>) => Promise<Result<ResultOf<C>>>
} & {
  /** The callback receives the value only; the answer ends the subscription. */
  readonly [E in EventName as SubscriptionOf<E>]: (callback: (value: EventOf<E>) => void) => () => void
}

/** The function of a channel: `journal.read` -> `journalRead`. */
export function verbOf<C extends Channel>(channel: C): VerbOf<C> {
  return camel(channel) as VerbOf<C>
}

/** The subscription of an event: `journal.moved` -> `onJournalMoved`. */
export function subscriptionOf<E extends EventName>(event: E): SubscriptionOf<E> {
  const verb = camel(event)
  return `on${verb.slice(0, 1).toUpperCase()}${verb.slice(1)}` as SubscriptionOf<E>
}

function camel(name: string): string {
  return name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
}
