import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { headersOf } from '../security/csp.ts'
import { FAILURE_PATH, findOwnPath, resolveAsset } from '../security/origin.ts'

/** The kinds of files the build makes. A file of another kind is not served. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Stands in a page where the nonce of its load goes. */
const NONCE_PLACE = '__NONCE__'

/** Answers the product's scheme from the folder of the build; the failure page is made by main. */
export function serveAssets(root: string, failurePage: () => string): (request: Request) => Promise<Response> {
  return async request => {
    if (request.method !== 'GET') return refusal(405)
    if (findOwnPath(request.url) === FAILURE_PATH) return page(failurePage())
    const file = resolveAsset(request.url, root)
    const type = file === null ? undefined : TYPES[path.extname(file)]
    if (file === null || type === undefined) return refusal(400)
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null) return refusal(404)
    return type === TYPES['.html']
      ? page(bytes.toString('utf8'))
      : new Response(bytes, { headers: headersOf(type, null) })
  }
}

function page(html: string): Response {
  const nonce = randomBytes(16).toString('base64url')
  return new Response(html.replaceAll(NONCE_PLACE, nonce), { headers: headersOf('text/html; charset=utf-8', nonce) })
}

function refusal(status: 400 | 404 | 405): Response {
  return new Response(null, { status, headers: headersOf('text/plain; charset=utf-8', null) })
}
