/** How often a page is brought back by itself before a person is asked: 3 times in 10 minutes. */
export const RETRIES = 3
export const RETRY_WINDOW = 10 * 60 * 1000

/** Counts returns. `take(now)` is true while another one is allowed; milliseconds of a clock that only goes forward. */
export function retryBudget(): { take(now: number): boolean } {
  let taken: number[] = []
  return {
    take(now) {
      taken = taken.filter(at => now - at < RETRY_WINDOW)
      if (taken.length >= RETRIES) return false
      taken.push(now)
      return true
    },
  }
}
