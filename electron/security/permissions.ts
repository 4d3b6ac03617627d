import type { Session } from 'electron'
import { findOwnPath, ORIGIN } from './origin.ts'

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
  // Chromium fetches its dictionaries from the net; without a checker it has nothing to ask there for.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(NOWHERE)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeAsked(url) }))
}

/** An address of ours at which nothing lies: not even a checker that somebody switched on would be given a word list. */
const NOWHERE = `${ORIGIN}/no-dictionaries/`

/** Developer tools (in an unpacked program only) load themselves from an address of their own. */
function mayBeAsked(url: string): boolean {
  return findOwnPath(url) !== null || url.startsWith('devtools://')
}
