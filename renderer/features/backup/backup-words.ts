import type { CopyFacts } from '#shared/ipc/backup.ts'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { Words } from '../../i18n/use-words.ts'

/** A moment (UTC, ISO) as the office's clock shows it. */
export function momentText(moment: string, { dates }: Pick<Words, 'dates'>): string {
  const at = Date.parse(moment)
  return `${screenDate(officeDate(at), dates)}, ${officeTime(at)}`
}

/** Megabytes with one digit under ten, as the language writes them. */
export function megabytes(bytes: number, language: string): string {
  const size = Math.max(bytes / 1024 / 1024, 0.1)
  const digits = size < 10 ? 1 : 0
  return size.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** The newest whole copy of those that were counted; null: there is none. */
export function newestOf(copies: readonly CopyFacts[]): CopyFacts | null {
  const whole = copies.filter(copy => copy.isWhole && copy.records !== null)
  return whole.reduce<CopyFacts | null>((best, one) => (best === null || one.madeAt > best.madeAt ? one : best), null)
}
