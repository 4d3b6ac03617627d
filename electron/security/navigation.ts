import type { WebContents } from 'electron'
import { isPage, type PageKind } from './origin.ts'

/** A window stays on its own page: it may be loaded anew, anything else a content asks for is denied. */
export function decideNavigation(address: string, kind: PageKind): 'allow' | 'deny' {
  return isPage(address, kind) ? 'allow' : 'deny'
}

/** Puts the decision before every way a content can leave its page, open a window or embed one. */
export function guardNavigation(contents: WebContents, kind: PageKind): void {
  const guard = (details: { url: string; preventDefault(): void }): void => {
    if (decideNavigation(details.url, kind) === 'deny') details.preventDefault()
  }
  contents.on('will-navigate', guard)
  contents.on('will-frame-navigate', guard)
  contents.on('will-redirect', guard)
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
