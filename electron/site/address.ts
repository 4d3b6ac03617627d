import { ExpectedError } from '#shared/result/result.ts'

/** This very machine: nothing of what is sent there crosses a wire. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * An address files are put under, its path ending in a slash. Throws ExpectedError `site.bad_address`: it is no address, or
 * carries a password, a question or a place in a page; `site.not_https`: what is sent could be changed on its way.
 */
export function readAddress(typed: string): URL {
  const url = URL.parse(typed.trim())
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new ExpectedError('site.bad_address')
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new ExpectedError('site.bad_address')
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) throw new ExpectedError('site.not_https')
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}
