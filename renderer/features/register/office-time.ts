/** One zone for the country since 2024-03-01, whatever zone the machine is set to. */
const CLOCK = new Intl.DateTimeFormat('ru', {
  timeZone: 'Asia/Oral',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The local time of an instant (UTC, ISO): 09:05. */
export function officeTime(at: string): string {
  return CLOCK.format(new Date(at))
}
