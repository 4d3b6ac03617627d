import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { decideNavigation, guardNavigation } from '#electron/security/navigation.ts'

const FOREIGN = [
  'https://example.org/',
  'http://localhost/',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:app://desk/0',
  'app://desk.evil/index.html',
  'app://desk/sheet.html',
  'app://desk/failure.html',
  'mailto:a@b',
  'not an address',
  '',
]

class FakeContents extends EventEmitter {
  openHandler: (() => { action: string }) | null = null
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler
  }
}

function ask(contents: FakeContents, name: string, url: string): boolean {
  let prevented = false
  const preventDefault = () => {
    prevented = true
  }
  contents.emit(name, { url, preventDefault })
  return prevented
}

describe('navigation', () => {
  it.each(FOREIGN)('%j is denied to the desk', address => {
    expect(decideNavigation(address, 'desk')).toBe('deny')
  })

  it('the page itself may be loaded anew', () => {
    expect(decideNavigation('app://desk/index.html#x', 'desk')).toBe('allow')
    expect(decideNavigation('app://desk/sheet.html', 'sheet')).toBe('allow')
    expect(decideNavigation('app://desk/index.html', 'sheet')).toBe('deny')
  })

  it('every way out is guarded: link, frame, redirect, new window, webview', () => {
    const contents = new FakeContents()
    guardNavigation(contents as unknown as WebContents, 'desk')
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const address of FOREIGN) expect(ask(contents, name, address), `${name} ${address}`).toBe(true)
      expect(ask(contents, name, 'app://desk/index.html')).toBe(false)
    }
    expect(ask(contents, 'will-attach-webview', '')).toBe(true)
    expect(contents.openHandler?.()).toEqual({ action: 'deny' })
  })
})
