// What a sandboxed preload finds in Electron: `require('electron')` with contextBridge and ipcRenderer, and a small `process`.
// Called before any script of the page; nothing of it stays reachable for the page but what the preload exposes.

/** The way to the bridge: messages posted before its greeting wait for it. */
function makeWire(handshake, take) {
  const early = []
  let port
  const meet = event => {
    event.stopImmediatePropagation()
    port = event.ports[0]
    port.onmessage = ({ data }) => take(data)
    for (const message of early.splice(0)) port.postMessage(message)
  }
  globalThis.addEventListener(handshake, meet, { once: true, capture: true })
  return message => {
    if (port) port.postMessage(message)
    else early.push(message)
  }
}

/** Channel listeners of the preload. */
function makeListeners() {
  const listeners = new Map()
  const on = (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
  const off = (channel, listener) =>
    void listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter(each => each !== listener && each.once !== listener),
    )
  const once = (channel, listener) => {
    const wrapped = (...args) => {
      off(channel, wrapped)
      listener(...args)
    }
    wrapped.once = listener
    on(channel, wrapped)
  }
  const hear = (channel, event, args) => {
    for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
  }
  return { on, off, once, hear, clear: channel => void listeners.delete(channel) }
}

function makeIpc(handshake) {
  const waiting = new Map()
  const listeners = makeListeners()
  let next = 0
  const settle = ({ id, ok, value, error }) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (ok) call?.resolve(value)
    else call?.reject(new Error(error))
  }
  const post = makeWire(handshake, message => {
    if (message.kind === 'result') settle(message)
    else listeners.hear(message.channel, { sender: ipcRenderer, ports: [] }, message.args)
  })
  const invoke = (channel, ...args) =>
    new Promise((resolve, reject) => {
      const id = ++next
      post({ kind: 'invoke', id, channel, args })
      waiting.set(id, { resolve, reject })
    })
  const chained =
    act =>
    (...args) => {
      act(...args)
      return ipcRenderer
    }
  const ipcRenderer = {
    invoke,
    send: (channel, ...args) => post({ kind: 'send', channel, args }),
    on: chained(listeners.on),
    addListener: chained(listeners.on),
    once: chained(listeners.once),
    off: chained(listeners.off),
    removeListener: chained(listeners.off),
    removeAllListeners: chained(listeners.clear),
  }
  return { ipcRenderer, post }
}

function plainError(error) {
  return new Error(error instanceof Error ? error.message : String(error))
}

function guarded(run) {
  try {
    return run()
  } catch (error) {
    throw plainError(error)
  }
}

/** Values cross by copy, functions by a wrapper, errors with their message only. */
function cross(value, freeze = false, seen = new Map()) {
  if (typeof value === 'function') return (...args) => guarded(() => cross(value(...args.map(each => cross(each)))))
  if (typeof value !== 'object' || value === null) return value
  if (!seen.has(value)) crossObject(value, freeze, seen)
  return seen.get(value)
}

function crossObject(value, freeze, seen) {
  const shape = Object.getPrototypeOf(value)
  const plain = Array.isArray(value) || shape === Object.prototype || shape === null
  if (!plain) {
    seen.set(value, crossSpecial(value))
    return
  }
  const copy = Array.isArray(value) ? [] : {}
  seen.set(value, copy)
  for (const [key, each] of Object.entries(value)) {
    Object.defineProperty(copy, key, {
      value: cross(each, freeze, seen),
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
  if (Array.isArray(value)) copy.length = value.length
  if (freeze) Object.freeze(copy)
}

function crossSpecial(value) {
  if (value instanceof Promise) {
    return value.then(
      each => cross(each),
      error => Promise.reject(plainError(error)),
    )
  }
  if (value instanceof Error) return plainError(value)
  return value instanceof Node ? value : structuredClone(value)
}

const contextBridge = {
  exposeInMainWorld: (key, api) => {
    if (key in globalThis) throw new Error('Cannot bind an API on top of an existing property on the window object')
    Object.defineProperty(globalThis, key, { value: cross(api, true), enumerable: true })
  },
}

/** As an Electron window whose open handler denies: the page gets null, main's handler is asked. */
function denyOpen(post) {
  globalThis.open = (url = '', frameName = '', features = '') => {
    const full = url === '' ? 'about:blank' : new URL(url, globalThis.location.href).href
    post({ kind: 'notice', name: 'open', url: full, frameName: String(frameName), features: String(features) })
    return null
  }
}

export function runPreload(preload, settings) {
  const { ipcRenderer, post } = makeIpc(settings.handshake)
  denyOpen(post)
  if (globalThis !== globalThis.top && !settings.inFrames) return
  const modules = { electron: { contextBridge, ipcRenderer }, 'electron/renderer': { contextBridge, ipcRenderer } }
  const require = name => {
    if (!Object.hasOwn(modules, name)) throw new Error(`module not found: ${name}`)
    return modules[name]
  }
  const module = { exports: {} }
  const process = Object.freeze({ ...settings.process, env: Object.freeze({}) })
  preload(require, module, module.exports, process)
}
