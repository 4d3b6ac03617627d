import type { Language } from '../application/model.ts'
import type { PlainTime } from '../time/plain-date.ts'
import type { HallSettings, Loudness } from './model.ts'

/** How loud a call sounds at a time of day, 0 to 1: by the first part of the day it lies in, else silent. */
export function volumeAt(loudness: readonly Loudness[], time: PlainTime): number {
  return (loudness.find(({ from, to }) => from <= time && time < to)?.percent ?? 0) / 100
}

/** The languages of the screen, the state language first. */
export function languagesOf({ languages }: Pick<HallSettings, 'languages'>): readonly Language[] {
  return languages === 'both' ? ['kk', 'ru'] : [languages]
}

/** A voice as the system lists it (`SpeechSynthesisVoice`). */
export interface Voice {
  readonly lang: string
  readonly localService: boolean
}

/** A voice for a language that speaks on this machine; one that would be fetched is never used. */
export function findVoice<V extends Voice>(voices: readonly V[], language: Language): V | undefined {
  return voices.find(({ lang, localService }) => localService && lang.split(/[-_]/)[0]?.toLowerCase() === language)
}

/** A ticket as it is spoken: the letter, and the number without its leading zeros. */
export function spokenTicket(ticket: string): string {
  const [letter = '', serial = ''] = ticket.split('-')
  return `${letter} ${Number(serial)}`
}
