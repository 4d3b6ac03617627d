/** An event that a listener may refuse, as Electron's. */
export type Preventable = { defaultPrevented: boolean; preventDefault: () => void }

export function preventable<Details extends object>(details: Details): Details & Preventable {
  const event = Object.assign(details, { defaultPrevented: false, preventDefault: () => {} })
  event.preventDefault = () => {
    event.defaultPrevented = true
  }
  return event
}
