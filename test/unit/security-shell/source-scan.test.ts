import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ELECTRON = path.resolve(import.meta.dirname, '../../../electron')

const files = readdirSync(ELECTRON, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(path.join(ELECTRON, name), 'utf8') }))

function holders(pattern: RegExp): string[] {
  return files.filter(file => pattern.test(file.text)).map(file => file.name)
}

it('the scan reads the sources', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(holders(/import/)).toContain('main.ts')
})

it('windows are made in one place, and their rights stand in one place', () => {
  expect(holders(/new\s+(BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual(['windows/open.ts'])
  expect(holders(/webPreferences/)).toEqual(['windows/options.ts'])
})

it.each([
  ['an open sandbox', /sandbox:\s*false|--no-sandbox|no-sandbox/],
  ['Node in the page', /nodeIntegration\w*:\s*true|contextIsolation:\s*false|enableRemoteModule/],
  ['a webview', /webviewTag:\s*true/],
  ['weaker web security', /webSecurity:\s*false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures/],
  ['a way out to the browser', /openExternal|openPath/],
  ['a policy passed by', /(bypassCSP|corsEnabled|allowServiceWorkers)\s*:/],
  ['code made of text', /executeJavaScript|\beval\(|new Function\b/],
  ['the net', /net\.fetch|from 'node:(http|https|net|tls|dgram|dns)'|\bfetch\(/],
])('there is nowhere %s', (_what, pattern) => {
  expect(holders(pattern)).toEqual([])
})

it('messages come in through one door and the preload exposes one object', () => {
  expect(holders(/ipc(Main)?\.(handle|on|once|handleOnce)\(/)).toEqual(['ipc/handle.ts'])
  expect(holders(/exposeInMainWorld/)).toEqual(['preload.ts'])
  expect(holders(/ipcRenderer/)).toEqual(['preload.ts'])
})
