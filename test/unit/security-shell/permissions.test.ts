import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { expect, it, vi } from 'vitest'
import { refuseEverything } from '#electron/security/permissions.ts'

type Handler = (...args: unknown[]) => unknown

type Listener = (details: { url: string }, answer: (given: { cancel: boolean }) => void) => void

class FakeSession extends EventEmitter {
  listener: Listener | null = null
  webRequest = {
    onBeforeRequest: (listener: Listener) => {
      this.listener = listener
    },
  }
  handlers = new Map<string, Handler>()
  #keep = (name: string) => (handler: Handler) => void this.handlers.set(name, handler)
  setPermissionRequestHandler = this.#keep('request')
  setPermissionCheckHandler = this.#keep('check')
  setDevicePermissionHandler = this.#keep('device')
  setDisplayMediaRequestHandler = this.#keep('display')
  setBluetoothPairingHandler = this.#keep('bluetooth')
  setSpellCheckerEnabled = vi.fn()
  setSpellCheckerDictionaryDownloadURL = vi.fn()
}

const PERMISSIONS = [
  ...['clipboard-read', 'clipboard-sanitized-write', 'media', 'display-capture', 'fullscreen', 'geolocation'],
  ...['hid', 'idle-detection', 'keyboardLock', 'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'openExternal'],
  ...['accessibility-events', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'ambient-light-sensor'],
  ...[
    'captured-surface-control',
    'clipboard-write',
    'deprecated-sync-clipboard-read',
    'local-fonts',
    'nfc',
    'payment-handler',
  ],
  ...[
    'periodic-background-sync',
    'push-messaging',
    'screen-wake-lock',
    'sensors',
    'top-level-storage-access',
    'vr',
    'ar',
  ],
  ...[
    'local-network-access',
    'local-network',
    'loopback-network',
    'hand-tracking',
    'protected-media-identifier',
    'web-app-installation',
  ],
  ...['web-printing', 'smart-card', 'videoCapture', 'audioCapture', '', '__proto__'],
  ...[
    'pointerLock',
    'serial',
    'speaker-selection',
    'storage-access',
    'usb',
    'window-management',
    'fileSystem',
    'unknown',
  ],
]

it('every permission, device, capture and download is refused', () => {
  const session = new FakeSession()
  refuseEverything(session as unknown as Session)
  const { handlers } = session
  for (const permission of PERMISSIONS) {
    const answer = vi.fn()
    handlers.get('request')?.(null, permission, answer, {})
    expect(answer.mock.calls, permission).toEqual([[false]])
    expect(handlers.get('check')?.(null, permission, 'app://desk', {}), permission).toBe(false)
    expect(handlers.get('device')?.({ deviceType: permission }), permission).toBe(false)
  }
  const display = vi.fn()
  handlers.get('display')?.({}, display)
  expect(display.mock.calls).toEqual([[null]])
  const pairing = vi.fn()
  handlers.get('bluetooth')?.({}, pairing)
  expect(pairing.mock.calls).toEqual([[{ confirmed: false }]])
  const download = { preventDefault: vi.fn() }
  session.emit('will-download', download)
  expect(download.preventDefault).toHaveBeenCalledOnce()
})

it('spelling is not checked, and no dictionary is asked for anywhere but at home', () => {
  const session = new FakeSession()
  refuseEverything(session as unknown as Session)
  expect(session.setSpellCheckerEnabled.mock.calls).toEqual([[false]])
  expect(session.setSpellCheckerDictionaryDownloadURL.mock.calls).toEqual([['app://desk/no-dictionaries/']])
})

it.each([
  ['app://desk/index.html', false],
  ['app://desk/assets/a.js', false],
  ['devtools://devtools/bundled/inspector.html', false],
  ['app://desk.evil/a.js', true],
  ['https://example.org/', true],
  ['http://localhost:5984/', true],
  ['file:///etc/passwd', true],
  ['wss://example.org/', true],
  ['data:text/html,x', true],
])('the request for %s is cancelled: %s', (url, cancel) => {
  const session = new FakeSession()
  refuseEverything(session as unknown as Session)
  const answer = vi.fn()
  session.listener?.({ url }, answer)
  expect(answer.mock.calls).toEqual([[{ cancel }]])
})
