import { setTimeout } from 'node:timers/promises'
import { fromPageAddress } from './addresses.ts'
import type { Cdp } from './cdp.ts'
import type { RequestDetails, Session } from './session.ts'

type Paused = {
  requestId: string
  frameId: string
  resourceType: string
  redirectedRequestId?: string
  request: {
    url: string
    urlFragment?: string
    method: string
    headers: Record<string, string>
    postData?: string
    postDataEntries?: { bytes?: string }[]
  }
}

/** The window a request belongs to, and what its guards say to a navigation. */
export type Owner = {
  id: number
  session: Session
  allowsNavigation: (frameId: string, url: string, redirected: boolean) => boolean
}

const FRAME_NEWS_MS = 200

let count = 0

/** Answers every request of a Chromium process: a handled scheme by its handler, all else with a refusal. */
export function answerRequests(cdp: Cdp, findOwner: (frameId: string) => Owner | undefined, fallback: Session): void {
  cdp.on('Fetch.requestPaused', (paused: Paused) => {
    const { requestId } = paused
    ownerOf(paused, findOwner)
      .then(owner => answer(cdp, paused, owner, owner?.session ?? fallback))
      .catch(() => cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }))
      // The page may be gone by now: nobody waits for the answer.
      .catch(() => undefined)
  })
}

/** A new frame's first request may overtake the news of the frame. */
async function ownerOf(
  { frameId, resourceType }: Paused,
  findOwner: (frameId: string) => Owner | undefined,
): Promise<Owner | undefined> {
  const deadline = performance.now() + FRAME_NEWS_MS
  for (;;) {
    const owner = findOwner(frameId)
    if (owner || resourceType !== 'Document' || performance.now() > deadline) return owner
    await setTimeout(5)
  }
}

async function answer(cdp: Cdp, paused: Paused, owner: Owner | undefined, session: Session): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused
  const refuse = (errorReason: string) => cdp.send('Fetch.failRequest', { requestId, errorReason })
  const url = fromPageAddress(request.url + (request.urlFragment ?? ''))
  if (resourceType === 'Document' && !owner?.allowsNavigation(frameId, url, paused.redirectedRequestId !== undefined)) {
    await refuse('Aborted')
    return
  }
  // The browser's own wish, which Electron does not have: no handler hears of it.
  if (resourceType === 'Other' && URL.parse(url)?.pathname === '/favicon.ico') {
    await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
    return
  }
  const details: RequestDetails = {
    id: ++count,
    url,
    method: request.method,
    resourceType: kindOf(resourceType),
    referrer: '',
    ...(owner ? { webContentsId: owner.id } : {}),
  }
  const handler = session.protocol.handlers.get(URL.parse(url)?.protocol.slice(0, -1) ?? '')
  if ((await cancelled(session, details)) || !handler) {
    await refuse('BlockedByClient')
    return
  }
  const response = await handler(requestOf(url, request))
  if (response.type === 'error') {
    await refuse('Failed')
    return
  }
  const responseHeaders = await headersOf(session, details, response)
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: response.status || 200, responseHeaders, body })
}

function requestOf(url: string, { method, headers, postData, postDataEntries }: Paused['request']): Request {
  const bytes = postDataEntries
    ? Buffer.concat(postDataEntries.map(entry => Buffer.from(entry.bytes ?? '', 'base64')))
    : postData
  const body = method === 'GET' || method === 'HEAD' || bytes === undefined ? {} : { body: bytes }
  return new Request(url, { method, headers, ...body })
}

function kindOf(resourceType: string): string {
  const names: Record<string, string> = {
    Document: 'mainFrame',
    Stylesheet: 'stylesheet',
    XHR: 'xhr',
    Fetch: 'xhr',
    Other: 'other',
  }
  return names[resourceType] ?? resourceType.toLowerCase()
}

function cancelled(session: Session, details: RequestDetails): Promise<boolean> {
  const listener = session.webRequest.beforeRequest
  if (!listener) return Promise.resolve(false)
  return new Promise(resolve => listener(details, ({ cancel, redirectURL }) => resolve(Boolean(cancel || redirectURL))))
}

async function headersOf(
  session: Session,
  details: RequestDetails,
  response: Response,
): Promise<{ name: string; value: string }[]> {
  const listener = session.webRequest.headersReceived
  const plain = [...response.headers].map(([name, value]) => ({ name, value }))
  if (!listener) return plain
  const given = Object.fromEntries(plain.map(({ name, value }) => [name, [value]]))
  const answered = await new Promise<Record<string, string[]>>(resolve =>
    listener({ ...details, statusCode: response.status, responseHeaders: given }, ({ responseHeaders }) =>
      resolve(responseHeaders ?? given),
    ),
  )
  return Object.entries(answered).flatMap(([name, values]) => [values].flat().map(value => ({ name, value })))
}
