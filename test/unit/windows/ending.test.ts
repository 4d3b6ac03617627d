import { expect, it, vi } from 'vitest'
import { Ending } from '#electron/windows/ending.ts'

function ask(ending: Ending, quit: () => void): boolean {
  const event = { preventDefault: vi.fn() }
  ending.holdBack(event, quit)
  return event.preventDefault.mock.calls.length > 0
}

it('holds every quit back until the journal is closed: closing the window asks twice', async () => {
  const ending = new Ending(() => undefined)
  const quit = vi.fn()
  let close: () => void = () => undefined
  const closed = new Promise<void>(resolve => {
    close = resolve
  })
  ending.add(() => closed)
  expect(ask(ending, quit)).toBe(true)
  expect(ask(ending, quit)).toBe(true)
  expect(quit).not.toHaveBeenCalled()
  close()
  await ending.run()
  expect(quit).toHaveBeenCalledOnce()
  expect(ask(ending, quit)).toBe(false)
})

it('does the last added first, once, and the others even where one fails or throws at once', async () => {
  const bugs: unknown[] = []
  const ending = new Ending(error => bugs.push(error))
  const done: string[] = []
  ending.add(async () => void done.push('settings'))
  ending.add(() => {
    throw new Error('thrown')
  })
  ending.add(() => Promise.reject(new Error('rejected')))
  ending.add(async () => void done.push('journal'))
  await Promise.all([ending.run(), ending.run()])
  expect(done).toEqual(['journal', 'settings'])
  expect(bugs.map(String)).toEqual(['Error: rejected', 'Error: thrown'])
})

it('a quit that comes while the program already ends by an exit is held back, and asks for no second end', async () => {
  const ending = new Ending(() => undefined)
  const quit = vi.fn()
  ending.add(async () => undefined)
  const ended = ending.run()
  expect(ask(ending, quit)).toBe(true)
  await ended
  expect(quit).not.toHaveBeenCalled()
})

it('waits for what is still being opened, and closes what it has opened by then', async () => {
  const ending = new Ending(() => undefined)
  const done: string[] = []
  let opened: () => void = () => undefined
  const opening = new Promise<void>(resolve => {
    opened = resolve
  }).then(() => ending.add(async () => void done.push('journal')))
  ending.after(opening)
  ending.add(async () => void done.push('settings'))
  const ended = ending.run()
  await new Promise(resolve => setImmediate(resolve))
  expect(done).toEqual([])
  opened()
  await ended
  expect(done).toEqual(['journal', 'settings'])
})

it('what does not open keeps nothing from being closed', async () => {
  const ending = new Ending(() => undefined)
  const done: string[] = []
  ending.after(Promise.reject(new Error('refused')))
  ending.add(async () => void done.push('settings'))
  await ending.run()
  expect(done).toEqual(['settings'])
})
