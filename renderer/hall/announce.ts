import type { HallCall, HallSettings } from '#shared/hall/model.ts'
import { findVoice, languagesOf, spokenTicket } from '#shared/hall/sound.ts'
import { callId } from './call-id.ts'
import { hallText } from './texts.ts'

/** Two tones of a calm door bell, hertz, and how long each sounds, seconds. */
const TONES = [659.26, 523.25]
const TONE_LENGTH = 0.7
/** Between two soundings of one call, milliseconds. */
const PAUSE = 900

let context: AudioContext | null = null
/** The calls that stand on the screen, by id, and the one that sounds. */
let standing: ReadonlySet<string> = new Set()
let sounding: string | null = null
let speaking: Promise<void> = Promise.resolve()
// The system lists its voices only after it was asked once.
globalThis.speechSynthesis?.getVoices()

/** Sounds calls one after another: a chime, then a voice of the system in each language that has one on this machine. */
export function announceCalls(calls: readonly HallCall[], settings: HallSettings, volume: number): void {
  for (const call of calls) {
    for (let time = 0; time < settings.times; time++) {
      speaking = speaking.then(() => announce(call, settings, volume)).catch(() => undefined)
    }
  }
}

/** The calls that stand on the screen now: one that was taken back or hidden falls silent. */
export function soundOnly(calls: ReadonlySet<string>): void {
  standing = calls
  if (sounding !== null && !calls.has(sounding)) globalThis.speechSynthesis?.cancel()
}

async function announce(call: HallCall, settings: HallSettings, volume: number): Promise<void> {
  const id = callId(call)
  if (!standing.has(id)) return
  sounding = id
  const { ticket, room } = call
  if (settings.chime) await chime(volume)
  if (settings.voice) {
    for (const language of languagesOf(settings)) {
      const voice = findVoice(globalThis.speechSynthesis?.getVoices() ?? [], language)
      if (voice && standing.has(id))
        await speak(hallText(language, 'hall.spoken', { ticket: spokenTicket(ticket), room }), voice, volume)
    }
  }
  await new Promise(resolve => setTimeout(resolve, PAUSE))
}

/** Made by the page itself: no file, nothing fetched. */
async function chime(volume: number): Promise<void> {
  context ??= new AudioContext()
  await context.resume()
  const start = context.currentTime
  for (const [at, frequency] of TONES.entries()) {
    const tone = new OscillatorNode(context, { type: 'sine', frequency })
    const gain = new GainNode(context, { gain: 0 })
    const from = start + at * TONE_LENGTH * 0.6
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(volume * 0.5, from + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.0001, from + TONE_LENGTH)
    tone.connect(gain).connect(context.destination)
    tone.start(from)
    tone.stop(from + TONE_LENGTH)
  }
  const length = TONE_LENGTH * (0.6 * (TONES.length - 1) + 1)
  await new Promise(resolve => setTimeout(resolve, length * 1000))
}

/** A voice that does not answer keeps nobody waiting for longer than this, milliseconds. */
const VOICE_LIMIT = 8_000

function speak(text: string, voice: SpeechSynthesisVoice, volume: number): Promise<void> {
  return new Promise(resolve => {
    const spoken = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, volume, rate: 0.9 })
    const timer = setTimeout(resolve, VOICE_LIMIT)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    spoken.onend = done
    spoken.onerror = done
    speechSynthesis.speak(spoken)
  })
}
