import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readText, sourcesOf, withoutComments } from '#test/unit/house/sources.ts'

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
  ['a way out to the browser', /openExternal/],
  ['a policy passed by', /(bypassCSP|corsEnabled|allowServiceWorkers)\s*:/],
  ['code made of text', /executeJavaScript|\beval\(|new Function\b/],
  ['a link of the system that opens the desk', /setAsDefaultProtocolClient|open-url|open-file|registerProtocolHandler/],
  [
    'another world of scripts',
    /executeJavaScriptInIsolatedWorld|setPreloads|registerPreloadScript|loadExtension|addDevToolsExtension/,
  ],
  ['a switch of Chromium', /commandLine\.append|disable-web-security|remote-debugging|ignore-certificate-errors/],
  ['a certificate taken on trust', /certificate-error|setCertificateVerifyProc|NODE_TLS_REJECT_UNAUTHORIZED/],
  ['another process', /from 'node:(child_process|cluster|vm|repl|inspector)'|utilityProcess/],
  ["a call of the page's kind to the net", /net\.fetch|from 'node:(net|dgram|dns)'|\bfetch\(/],
])('there is nowhere %s', (_what, pattern) => {
  expect(holders(pattern)).toEqual([])
})

it('one place opens a file by the system: the installer of an update, which was looked through to its last byte', () => {
  expect(holders(/openPath/)).toEqual(['update/begin-installer.ts'])
  expect(holders(/child_process/)).toEqual([])
})

it('one way leads to the net, to the servers that were set alone: the other desks and the site', () => {
  expect(holders(/from 'node:(http|https)'/)).toEqual(['http/line.ts'])
  expect(holders(/from 'node:tls'/)).toEqual(['http/trust.ts'])
  expect(holders(/lineTo\(/)).toEqual(['http/line.ts', 'site/services.ts', 'sync/http-wire.ts'])
})

it('messages come in through one door and the preload exposes one object', () => {
  expect(holders(/ipc(Main)?\.(handle|on|once|handleOnce)\(/)).toEqual(['ipc/handle.ts'])
  expect(holders(/exposeInMainWorld/)).toEqual(['preload.ts'])
  expect(holders(/ipcRenderer/)).toEqual(['preload.ts'])
})

/** An address is typed here and looked at there; no page ever goes to one. */
const ADDRESSES = ['renderer/features/desks/ServerDialog.tsx', 'shared/sync/address.ts']

/** The page and its own store worker speak to each other so. */
const STORE_WORKER = ['renderer/db/start-client.ts', 'renderer/db/worker.ts']

const pages = sourcesOf('renderer', 'shared').map(({ file, text }) => ({ file, text: withoutComments(text) }))

it.each([
  [
    'markup made of text',
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment/,
  ],
  ['markup parsed', /DOMParser|setHTMLUnsafe|parseHTMLUnsafe|srcdoc|srcDoc|<iframe|<object[\s/]|<embed\b|<webview/],
  ['code made of text', /\beval\(|new Function\b|setTimeout\(\s*['"`]|setInterval\(\s*['"`]|import\(\s*[^'"\s]/],
  ['a way out', /window\.open\(|_blank|openExternal|location\.(href|assign|replace)\s*[=(]\s*(?!['"`#])|javascript:/],
  ['the net', /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection/],
  ['an address', /https?:\/\/(?!www\.w3\.org)/],
  ['a store in clear', /localStorage|sessionStorage|document\.cookie|caches\.open/],
  ['a spell checker', /spellCheck=\{?["']?true|spellCheck(?=[\s>])/],
  ['a window that listens to others', /addEventListener\('message'|onmessage\s*=(?!=)|BroadcastChannel|SharedWorker/],
])('no page has %s', (what, pattern) => {
  const breaches = pages.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
  const known: Readonly<Record<string, readonly string[]>> = {
    'a window that listens to others': STORE_WORKER,
    'an address': ADDRESSES,
  }
  expect(breaches).toEqual(known[what] ?? [])
})

it('the packed program is registered for no kind of file and no kind of link', () => {
  expect(readText('electron-builder.yml')).not.toMatch(/^\s*(protocols|fileAssociations|mimeTypes)\s*:/m)
})
