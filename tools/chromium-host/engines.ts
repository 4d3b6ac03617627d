import path from 'node:path'
import { toPageAddress } from './addresses.ts'
import { app } from './app.ts'
import type { Cdp } from './cdp.ts'
import { findContentsByFrame, WebContents } from './contents.ts'
import { Engine } from './engine.ts'
import { answerRequests } from './requests.ts'
import { type Session, session } from './session.ts'
import { headed } from './surroundings.ts'

let shown: Engine | undefined
let hidden: Engine | undefined
const contexts = new Map<Engine, Map<Session, Promise<string>>>()

/** The Chromium the person sees, with the profile that holds the store. */
export function shownEngine(): Engine {
  if (!shown) {
    shown = makeEngine('chromium-host', !headed)
    session.defaultSession.clear = clearStorage
  }
  return shown
}

/** On a screen, windows that stay hidden live in a second, headless Chromium with a profile of its own; else in the same. */
export function hiddenEngine(): Engine {
  if (!headed) return shownEngine()
  hidden ??= makeEngine('chromium-host-hidden', true)
  return hidden
}

export async function stopEngines(): Promise<void> {
  await Promise.all([shown?.stop(), hidden?.stop()])
}

/** What the pages that stand open have stored. Only a page's own connection clears storage. */
async function clearStorage(storageTypes: string): Promise<void> {
  const schemes = [...session.defaultSession.protocol.handlers.keys()]
  for (const contents of WebContents.getAllWebContents()) {
    const address = URL.parse(toPageAddress(contents.getURL(), schemes))
    if (address?.protocol !== 'https:') continue
    await contents.page?.send('Storage.clearDataForOrigin', { origin: address.origin, storageTypes })
  }
}

function makeEngine(folder: string, headless: boolean): Engine {
  const engine = new Engine(path.join(app.getPath('sessionData'), folder), headless)
  engine.on('connected', (cdp: Cdp) => {
    answerRequests(cdp, frameId => findContentsByFrame(engine, frameId), session.defaultSession)
    cdp.on('Browser.downloadWillBegin', it => tellOfDownload(engine, it))
  })
  engine.on('gone', () => contexts.delete(engine))
  // A window nobody asked the stand-in for (a form with a target, a script before ours): closed at once.
  engine.on('target-created', ({ targetId, openerId, type }: { targetId: string; openerId?: string; type: string }) => {
    if (type !== 'page' || !openerId) return
    void engine
      .connection()
      .then(cdp => cdp.send('Target.closeTarget', { targetId }))
      .catch(() => undefined)
  })
  return engine
}

function tellOfDownload(engine: Engine, it: { frameId: string; url: string; suggestedFilename: string }): void {
  const contents = findContentsByFrame(engine, it.frameId)
  const event = { defaultPrevented: true, preventDefault: () => undefined }
  const item = { getURL: () => it.url, getFilename: () => it.suggestedFilename, cancel: () => undefined }
  ;(contents?.session ?? session.defaultSession).emit('will-download', event, item, contents)
}

/** The separate storage of an in-memory partition; `persist:` partitions share the one profile, as the limits say. */
export async function browserContextOf(engine: Engine, ours: Session): Promise<string | undefined> {
  if (ours.isPersistent()) return undefined
  const known = contexts.get(engine) ?? new Map<Session, Promise<string>>()
  contexts.set(engine, known)
  const made = known.get(ours) ?? makeContext(engine)
  known.set(ours, made)
  return await made
}

async function makeContext(engine: Engine): Promise<string> {
  const cdp = await engine.connection()
  const { browserContextId } = await cdp.send<{ browserContextId: string }>('Target.createBrowserContext', {
    disposeOnDetach: true,
  })
  return browserContextId
}
