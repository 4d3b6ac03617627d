// Until when Electron mends what is found in a major version: the newest three are mended, and a new one comes about every
// eight weeks, with every second Chromium. Dates still to come are planned ones; the page with them is
// electronjs.org/docs/latest/tutorial/electron-timelines.

/** Last day of a major version's support, by major. @type {Readonly<Record<number, string>>} */
export const SUPPORTED_UNTIL = {
  43: '2027-01-12',
  44: '2027-03-09',
  45: '2027-05-04',
}

/** So many days before its end a version is warned of. */
export const WARNED = 60

const DAY = 86_400_000

/** How a major version stands on a day (`YYYY-MM-DD`): days to its end, `unknown` where the table does not have it. */
export function supportOn(major, today, table = SUPPORTED_UNTIL) {
  const until = table[major]
  if (until === undefined) return { state: 'unknown', days: 0, until: null }
  const days = Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY)
  return { state: days < 0 ? 'ended' : days <= WARNED ? 'ends_soon' : 'supported', days, until }
}
