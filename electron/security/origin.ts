import path from 'node:path'

/**
 * The one origin of the product. IndexedDB belongs to it: another scheme or host is another, empty store, so neither is
 * ever changed (a test pins both).
 */
export const SCHEME = 'app'
export const HOST = 'desk'
export const ORIGIN = `${SCHEME}://${HOST}`

/** Only what the page needs: no bypassCSP, corsEnabled, service workers, code cache or streams. */
export const SCHEME_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true } as const

/**
 * The pages main opens. `sheet` is the hidden window in which a sheet is rendered for print, `hall` the screen of the hall,
 * `recovery` what stands in the place of a desk that did not open.
 */
export type PageKind = 'desk' | 'sheet' | 'hall' | 'recovery'

const PAGES: Record<PageKind, string> = {
  desk: '/index.html',
  sheet: '/sheet.html',
  hall: '/hall.html',
  recovery: '/recovery.html',
}

/** Told to the person when the desk cannot be shown; built by main, without scripts, without any right to call main. */
export const FAILURE_PATH = '/failure.html'

export function pageUrl(kind: PageKind): string {
  return ORIGIN + PAGES[kind]
}

/** Path of an address that lies exactly at the product's origin, or null. Never by a prefix of text. */
export function findOwnPath(address: string): string | null {
  const url = URL.parse(address)
  if (url?.protocol !== `${SCHEME}:` || url.host !== HOST || url.username || url.password) return null
  return url.pathname
}

/** Whether the address is the page of this kind; a query or a fragment does not matter. */
export function isPage(address: string, kind: PageKind): boolean {
  return findOwnPath(address) === PAGES[kind]
}

/** One step of a path as the build names them: no escapes, no colon, no backslash, no dot at either end. */
const STEP = /^[A-Za-z0-9_-](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/
/** Windows opens a device under these names, in any folder and with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** File inside `root` that an address names, or null (to be answered 400). */
export function resolveAsset(address: string, root: string): string | null {
  const own = findOwnPath(address)
  if (own === null) return null
  const steps = own.slice(1).split('/')
  if (own.length > 300 || steps.length > 8) return null
  if (!steps.every(step => STEP.test(step) && !DEVICE.test(step))) return null
  const file = path.join(root, ...steps)
  return file.startsWith(root + path.sep) ? file : null
}
