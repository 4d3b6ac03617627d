import { expect, it } from 'vitest'
import { findCaller, type MessageEvent } from '#electron/ipc/sender.ts'
import { FakeContents, messageFrom, registered } from './fake-windows.ts'

const { contents, windows } = registered('desk')
const good = messageFrom(contents, 'desk')

it('the desk page of a window main opened is known', () => {
  expect(findCaller(good, windows)).toEqual({ window: 1, page: 'desk', load: 0 })
})

it('each load of the page is another', () => {
  const other = registered('desk', 5)
  other.contents.emit('did-navigate')
  other.contents.emit('did-navigate')
  expect(findCaller(messageFrom(other.contents, 'desk'), other.windows)).toEqual({ window: 5, page: 'desk', load: 2 })
})

function withFrame(frame: unknown): MessageEvent {
  return { ...good, senderFrame: frame as MessageEvent['senderFrame'] }
}

it.each<[string, MessageEvent]>([
  ['no frame', withFrame(null)],
  ['no frame at all', withFrame(undefined)],
  ['a frame inside the page', withFrame({ url: 'app://desk/index.html', parent: {} })],
  ['a frame that does not tell its parent', withFrame({ url: 'app://desk/index.html' })],
  ['a look-alike host', withFrame({ url: 'app://desk.evil/index.html', parent: null })],
  ['the stand-in address of the origin', withFrame({ url: 'https://desk.app.localhost/index.html', parent: null })],
  ['a user before the host', withFrame({ url: 'app://desk@evil/index.html', parent: null })],
  ['an empty address', withFrame({ url: '', parent: null })],
  ['about:blank', withFrame({ url: 'about:blank', parent: null })],
  ['a file', withFrame({ url: 'file:///index.html', parent: null })],
  ['another page of the origin', withFrame({ url: 'app://desk/sheet.html', parent: null })],
  ['the failure page', withFrame({ url: 'app://desk/failure.html', parent: null })],
  ['contents main did not open', messageFrom(new FakeContents(2), 'desk')],
  ['other contents under a known number', messageFrom(new FakeContents(1), 'desk')],
])('%s is refused', (_what, event) => {
  expect(findCaller(event, windows)).toBeNull()
})

it('a frame that was disposed of is refused, not thrown on', () => {
  const frame = {
    parent: null,
    get url(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  }
  expect(findCaller(withFrame(frame), windows)).toBeNull()
})

it('a destroyed window is refused', () => {
  const gone = registered('desk', 7)
  gone.contents.destroyed = true
  expect(findCaller(messageFrom(gone.contents, 'desk'), gone.windows)).toBeNull()
  const forgotten = registered('desk', 8)
  forgotten.contents.emit('destroyed')
  expect(findCaller(messageFrom(forgotten.contents, 'desk'), forgotten.windows)).toBeNull()
})
