import type { PlainDate } from '../time/plain-date.ts'

/** What the checks judge, gathered by main (`electron/diagnostics/facts.ts`). Bytes, minutes and counts; nothing of people. */
export interface DiagnosticFacts {
  readonly today: PlainDate
  readonly folder: { readonly writable: boolean; readonly free: number | null; readonly floor: number }
  readonly journal: { readonly records: number; readonly isBroken: boolean }
  /** What the lists were last known to hold, in records of the journal; null: not known. `isAhead`: more than the journal has. */
  readonly lists: { readonly known: number | null; readonly isAhead: boolean }
  readonly keyrings: { readonly found: number; readonly areAlike: boolean }
  readonly key: { readonly protection: 'system' | 'plain'; readonly guarded: boolean; readonly paper: boolean }
  readonly audit: { readonly records: number; readonly isBroken: boolean }
  readonly clock: { readonly believed: boolean }
  /** Minutes east of Greenwich: of the machine, of the office, and of Almaty as the machine's time zone data say. */
  readonly zone: { readonly system: number; readonly office: number; readonly almaty: number }
  readonly calendar: readonly { readonly year: number; readonly status: 'approved' | 'provisional' }[]
  /** `chosen`: whether the desk's printer is among them; null: none is chosen. */
  readonly printers: { readonly found: number; readonly chosen: boolean | null }
  readonly store: { readonly backing: 'leveldb' | 'sqlite' | null; readonly persisted: boolean | null }
  readonly versions: {
    readonly program: string
    readonly electron: string | null
    readonly chromium: string | null
    readonly node: string
  }
  readonly memory: { readonly total: number; readonly free: number }
  /** The smallest display, in device-independent pixels. */
  readonly screen: { readonly width: number; readonly height: number }
}
