import type { Session } from 'electron'
import { findOwnPath } from './origin.ts'

/**
 * The desk asks the browser for nothing: every permission, device and capture is refused, every download cancelled, and
 * no request goes anywhere but to the product's own files.
 */
export function refuseEverything(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeAsked(url) }))
}

/** Developer tools (in an unpacked program only) load themselves from an address of their own. */
function mayBeAsked(url: string): boolean {
  return findOwnPath(url) !== null || url.startsWith('devtools://')
}
