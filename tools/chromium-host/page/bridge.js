// Runs in a world of its own beside the page. Only this world holds the binding to main: the page's scripts never see it.
// The preload (preload-runtime.js) speaks to it over a message port, which gives the structured clone for nothing.
/* global encode, decode, toMain, HANDSHAKE */
{
  const { port1: port, port2: given } = new MessageChannel()
  const tell = message => toMain(encode(message))

  port.onmessage = ({ data }) => {
    try {
      tell(data)
    } catch (error) {
      port.postMessage({ kind: 'result', id: data.id, ok: false, error: error.message })
    }
  }
  globalThis.deliver = text => port.postMessage(decode(text))
  globalThis.dispatchEvent(new MessageEvent(HANDSHAKE, { ports: [given] }))

  // A link that leaves the page's own window or asks another program to open: main's guards are told, nothing happens here.
  const outside = event => {
    const link = event.composedPath().find(each => each instanceof HTMLAnchorElement || each instanceof HTMLAreaElement)
    if (!link?.href) return
    const opens = link.target && !['_self', '_top', '_parent'].includes(link.target)
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1
    const foreign = !/^(https?|blob|javascript|data|about):/.test(link.href)
    if (!opens && !modified && !foreign) return
    event.preventDefault()
    if (foreign && !opens) tell({ kind: 'notice', name: 'foreign-link', url: link.href })
    else tell({ kind: 'notice', name: 'open', url: link.href, frameName: link.target, features: '' })
  }
  globalThis.addEventListener('click', outside, true)
  globalThis.addEventListener('auxclick', outside, true)

  if (globalThis === globalThis.top) {
    for (const name of ['focus', 'blur', 'resize']) {
      globalThis.addEventListener(name, event => event.target === globalThis && tell({ kind: 'notice', name }), true)
    }
  }
}
