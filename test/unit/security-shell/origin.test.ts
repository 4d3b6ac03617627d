import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findOwnPath,
  HOST,
  isPage,
  ORIGIN,
  pageUrl,
  resolveAsset,
  SCHEME,
  SCHEME_PRIVILEGES,
} from '#electron/security/origin.ts'

const ROOT = path.resolve('/opt/qabyldau/dist/app/renderer')

describe('the origin', () => {
  it('never changes: a change here loses all data, because IndexedDB belongs to the origin', () => {
    expect({ SCHEME, HOST, ORIGIN }).toEqual({ SCHEME: 'app', HOST: 'desk', ORIGIN: 'app://desk' })
    expect(pageUrl('desk')).toBe('app://desk/index.html')
    expect(pageUrl('sheet')).toBe('app://desk/sheet.html')
    expect(pageUrl('hall')).toBe('app://desk/hall.html')
    expect(pageUrl('recovery')).toBe('app://desk/recovery.html')
  })

  it('has only the privileges it needs: no bypassCSP, corsEnabled or service workers', () => {
    expect(SCHEME_PRIVILEGES).toEqual({ standard: true, secure: true, supportFetchAPI: true })
  })

  it.each([
    'app://desk.evil/index.html',
    'app://evil.desk/index.html',
    'app://desk@evil/index.html',
    'app://user@desk/index.html',
    'app://desk:1/index.html',
    'https://desk/index.html',
    'https://desk.app.localhost/index.html',
    'apps://desk/index.html',
    'file:///index.html',
    'about:blank',
    'app:desk/index.html',
    'data:text/html,app://desk/index.html',
    '',
    'app://desk',
    'app://desk/sheet.html',
    'app://desk/hall.html',
    'app://desk/recovery.html',
    'app://desk/index.html/../sheet.html',
    'app://desk/%69ndex.html',
  ])('%s is not the desk page', address => {
    expect(isPage(address, 'desk')).toBe(false)
  })

  it('knows its page whatever the query or fragment', () => {
    expect(isPage('app://desk/index.html?x=1#/list', 'desk')).toBe(true)
    expect(isPage('app://desk/x/../index.html', 'desk')).toBe(true)
    expect(isPage('app://desk/index.html', 'sheet')).toBe(false)
  })
})

describe('assets', () => {
  it('are found inside the root', () => {
    expect(resolveAsset('app://desk/index.html', ROOT)).toBe(path.join(ROOT, 'index.html'))
    expect(resolveAsset('app://desk/assets/noto-sans-Bx_1-a.woff2?v=1', ROOT)).toBe(
      path.join(ROOT, 'assets', 'noto-sans-Bx_1-a.woff2'),
    )
    expect(resolveAsset('app://desk/assets/../index.html', ROOT)).toBe(path.join(ROOT, 'index.html'))
  })

  it.each(['con.js', 'NUL', 'aux.html', 'com1.js', 'a.', 'a%20', '.env', 'a:b', 'a%2eb', 'a//b', '%00', 'a\\b', ''])(
    '%j is not a name of an asset',
    name => {
      expect(resolveAsset(`app://desk/${name}`, ROOT)).toBeNull()
    },
  )

  it('50,000 hostile addresses lead inside the root or nowhere', () => {
    const seed = 20261122
    let state = seed
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const parts = [
      ...['..', '.', '%2e%2e', '%2E.', '..%2f', '%5c', '..\\', '\\', '/', '//', '%2f', '%252e%252e', '%c0%ae'],
      ...['\0', '%00', 'C:', 'c%3a', '\\\\server\\share', '//server/share', 'file:', 'etc/passwd', '...', '. ', ' .'],
      ...[
        'index.html',
        'assets',
        'con',
        'NUL.js',
        '~',
        '::$DATA',
        '\u2025',
        '\uff0e\uff0e',
        '\u2215',
        '?',
        '#',
        ';a=b',
        '@',
        '\n',
      ],
    ]
    const starts = [
      'app://desk/',
      'app://desk',
      'app:///',
      'app://desk.evil/',
      'APP://desk/',
      'app:\\\\desk\\',
      'file:///',
    ]
    let inside = 0
    for (let round = 0; round < 50_000; round++) {
      let address = starts[random(10)] ?? 'app://desk/'
      for (let step = random(7); step >= 0; step--) address += parts[random(parts.length)] + (random(2) ? '/' : '')
      const file = resolveAsset(address, ROOT)
      if (file === null) continue
      inside++
      expect(path.resolve(file), `seed ${seed}: ${JSON.stringify(address)}`).toBe(file)
      expect(file.startsWith(ROOT + path.sep), `seed ${seed}: ${JSON.stringify(address)}`).toBe(true)
      expect(findOwnPath(address)).not.toBeNull()
    }
    // The generator also makes good addresses, or the test would prove nothing.
    expect(inside).toBeGreaterThan(100)
  })
})
