/**
 * Chromium has no `app:` scheme of ours. A page of `app://desk/x` stands at `https://desk.app.localhost/x`: a secure,
 * fixed origin, answered by interception and never by a network. Main and the guards see the `app:` address.
 */
export function toPageAddress(url: string, schemes: Iterable<string>): string {
  const parsed = URL.parse(url)
  const scheme = parsed?.protocol.slice(0, -1) ?? ''
  if (!parsed || ![...schemes].includes(scheme)) return url
  return `https://${parsed.hostname}.${scheme}.localhost${parsed.pathname || '/'}${parsed.search}${parsed.hash}`
}

export function fromPageAddress(url: string): string {
  const parsed = URL.parse(url)
  const [, host, scheme] = /^(.+)\.([a-z][a-z0-9+-]*)\.localhost$/.exec(parsed?.hostname ?? '') ?? []
  if (parsed?.protocol !== 'https:' || parsed.port || !host) return url
  return `${scheme}://${host}${parsed.pathname}${parsed.search}${parsed.hash}`
}

/** The origin as Electron prints it: `app://desk`, or `null` for a page without one. */
export function originOf(url: string): string {
  const parsed = URL.parse(fromPageAddress(url))
  if (!parsed) return 'null'
  return parsed.host && !parsed.protocol.startsWith('http') ? `${parsed.protocol}//${parsed.host}` : parsed.origin
}
