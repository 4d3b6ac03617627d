/** How far main's believed clock is ahead of the page's, in milliseconds. */
let ahead = 0

/** Follows main's believed time (milliseconds since 1970), as it was answered just now. */
export function followClock(now: number): void {
  ahead = now - Date.now()
}

/** The time of the desk, milliseconds since 1970, as main would stamp it: whatever the page's own clock says. */
export function deskNow(): number {
  return Date.now() + ahead
}
