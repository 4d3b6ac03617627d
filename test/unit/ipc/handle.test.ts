import { describe, expect, it, vi } from 'vitest'
import { eventSender } from '#electron/ipc/events.ts'
import { answer, type Door, handleAll, handleRecovery } from '#electron/ipc/handle.ts'
import {
  CHANNELS_OF_RECOVERY,
  mayCall,
  RECOVERY_ONLY,
  type RecoveryServices,
  type Services,
} from '#electron/ipc/services.ts'
import { USUAL_HALL } from '#shared/hall/model.ts'
import { CHANNELS, type Channel, EVENTS } from '#shared/ipc/contract.ts'
import { CHANNEL_NAMES, EVENT_NAMES } from '#shared/ipc/names.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { FakeContents, memoryLog, messageFrom, registered } from './fake-windows.ts'

const CANARY = 'Ахметов 030405500123 +77011234567'

function door(services: Partial<Record<Channel, unknown>>, page: 'desk' | 'sheet' = 'desk') {
  const { contents, windows } = registered(page)
  const log = memoryLog()
  const made: Door<Services> = {
    served: { services: services as unknown as Services, demand: async () => undefined },
    windows,
    log,
  }
  const ask = (channel: Channel, ...args: unknown[]) => answer(channel, messageFrom(contents, page), args, made)
  return { made, ask, log, contents, windows }
}

describe('names', () => {
  it('the preload, the door and the contract have the same channels and events', () => {
    expect([...CHANNEL_NAMES].sort()).toEqual(Object.keys(CHANNELS).sort())
    expect([...EVENT_NAMES].sort()).toEqual(Object.keys(EVENTS).sort())
    const handle = vi.fn()
    handleAll({ handle, removeHandler: () => undefined }, door({}).made)
    const open = handle.mock.calls.map(([name]) => name)
    expect([...open, ...RECOVERY_ONLY].sort()).toEqual(Object.keys(CHANNELS).sort())
  })
})

describe('the door', () => {
  it('gives the service the parsed argument and the caller, and the page its value', async () => {
    const service = vi.fn(async () => ({ value: 'typed' }))
    const { ask } = door({ 'draft.load': service })
    expect(await ask('draft.load', { name: 'form.a' })).toEqual({ ok: true, value: { value: 'typed' } })
    expect(service.mock.calls).toEqual([[{ name: 'form.a' }, { window: 1, page: 'desk', load: 0 }]])
  })

  it.each([
    ['nothing', []],
    ['two arguments', [{ name: 'a' }, {}]],
    ['a key too many', [{ name: 'a', more: 1 }]],
    ['a wrong form', [{ name: '../a' }]],
    ['another type', ['a']],
    ['a class', [Object.assign(new (class Other {})(), { name: 'a' })]],
    ['a function', [{ name: () => 'a' }]],
    ['a prototype', [JSON.parse('{"name":"a","__proto__":{"x":1}}')]],
    ['a text too long', [{ name: 'a'.repeat(200_000) }]],
  ])('refuses %s before the service', async (_what, args) => {
    const service = vi.fn()
    const { ask } = door({ 'draft.load': service })
    const answered = await ask('draft.load', ...args)
    expect(answered).toEqual({ ok: false, error: { code: 'ipc.bad_argument', params: { channel: 'draft.load' } } })
    expect(service).not.toHaveBeenCalled()
  })

  it('a whole list of numbers of e-Otinish, and the longest a day may leave open, fit through', async () => {
    const entity = `application:2026-${'0'.repeat(16)}-000001`
    const basedOn = `${'0'.repeat(16)}:000001234567`
    const notes = Array.from({ length: 5000 }, () => ({ entity, basedOn, eotinish: 'ЖТ-2026-00476575/00000001' }))
    const seen = Array.from({ length: 5000 }, () => ({ kind: 'not_received', entity }))
    const service = vi.fn(async () => ({}))
    const { ask } = door({ 'eotinish.note': service, 'day.close': service })
    await ask('eotinish.note', { notes })
    await ask('day.close', { day: '2026-11-23', seen })
    expect(service).toHaveBeenCalledTimes(2)
  })

  it('an expected error reaches the page as code and parameters', async () => {
    const { ask } = door({
      'draft.load': async () => {
        throw new ExpectedError('file.disk_full', { free: 3 })
      },
    })
    expect(await ask('draft.load', { name: 'a' })).toEqual({
      ok: false,
      error: { code: 'file.disk_full', params: { free: 3 } },
    })
  })

  it('an exception is a number to the page; its words go nowhere', async () => {
    const { ask, log } = door({
      'draft.load': async () => {
        throw new TypeError(CANARY)
      },
    })
    const answered = await ask('draft.load', { name: 'a' })
    expect(answered).toEqual({ ok: false, error: { code: 'unexpected', params: { id: '0badf00d' } } })
    expect(JSON.stringify([answered, log.lines])).not.toMatch(/Ахметов|0304055/)
  })

  it('a result that is not of the contract does not cross', async () => {
    const { ask } = door({ 'draft.load': async () => ({ value: 'x', secret: CANARY }) })
    expect(await ask('draft.load', { name: 'a' })).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  })

  it('a disk that refuses is told in words, and logged with its code and the channel', async () => {
    const message = `EIO: i/o error, read '${CANARY}'`
    const { ask, log } = door({
      'draft.load': async () => {
        throw Object.assign(new Error(message), { code: 'EIO', syscall: 'read' })
      },
    })
    const answered = await ask('draft.load', { name: 'a' })
    expect(answered).toEqual({ ok: false, error: { code: 'disk.failed', params: { code: 'EIO' } } })
    expect(log.lines.join()).toMatch(/^\["disk\.refused",\{"channel":"draft\.load","name":"Error","errno":"EIO"/)
    expect(log.lines.join()).not.toContain('Ахметов')
  })

  it('what is refused is logged without a word of it', async () => {
    const { ask, log } = door({ 'draft.save': vi.fn() })
    await ask('draft.save', { name: CANARY, value: CANARY })
    expect(log.lines).toEqual(['["ipc.bad_argument",{"channel":"draft.save"}]'])
  })

  it('a stranger reaches no service on any channel', async () => {
    const service = vi.fn()
    const { made } = door(Object.fromEntries(CHANNEL_NAMES.map(name => [name, service])))
    const stranger = messageFrom(new FakeContents(9), 'desk')
    for (const channel of CHANNEL_NAMES) {
      expect(await answer(channel, stranger, [{}], made)).toEqual({
        ok: false,
        error: { code: 'ipc.refused', params: {} },
      })
    }
    expect(service).not.toHaveBeenCalled()
  })
})

describe('pages', () => {
  it('the sheet window may ask for its job and say how it went, and nothing else', () => {
    expect(CHANNEL_NAMES.filter(channel => mayCall('sheet', channel))).toEqual([
      'app.diagnostics',
      'sheet.job',
      'sheet.ready',
    ])
    expect(CHANNEL_NAMES.filter(channel => !mayCall('desk', channel))).toEqual([
      'hall.board',
      ...RECOVERY_ONLY,
      'sheet.job',
      'sheet.ready',
    ])
  })

  it('the page of the hall may ask for what it shows, and nothing else', () => {
    expect(CHANNEL_NAMES.filter(channel => mayCall('hall', channel))).toEqual(['app.diagnostics', 'hall.board'])
  })

  it('the page of a failed start may ask for what opens the desk again, and nothing of a desk', () => {
    expect(CHANNEL_NAMES.filter(channel => mayCall('recovery', channel)).sort()).toEqual(
      [...CHANNELS_OF_RECOVERY].sort(),
    )
    for (const page of ['desk', 'sheet', 'hall'] as const) {
      expect(RECOVERY_ONLY.filter(channel => mayCall(page, channel))).toEqual([])
    }
  })

  it('where there is no desk only these channels stand open, and they are shut before a desk opens its own', async () => {
    const open = new Map<string, unknown>()
    const ipc = {
      handle: (channel: string, handler: unknown) => {
        if (open.has(channel)) throw new Error(`a second handler for ${channel}`)
        open.set(channel, handler)
      },
      removeHandler: (channel: string) => void open.delete(channel),
    }
    const { made, windows, log } = door({})
    const end = handleRecovery(ipc, { services: {} as RecoveryServices, windows, log })
    expect([...open.keys()].sort()).toEqual([...CHANNELS_OF_RECOVERY].sort())
    expect(() => handleAll(ipc, made)).toThrow('a second handler')
    open.clear()
    handleRecovery(ipc, { services: {} as RecoveryServices, windows, log })
    end()
    expect([...open.keys()]).toEqual([])
    handleAll(ipc, made)
    expect(RECOVERY_ONLY.filter(channel => open.has(channel))).toEqual([])
  })

  it('what is asked before the desk stands open waits for it, as who asked then', async () => {
    const service = vi.fn(async () => ({ value: 'typed' }))
    const { made, contents, windows, log } = door({ 'draft.load': service })
    let stand: (served: Awaited<Door<Services>['served']>) => void = () => undefined
    const served = new Promise<Awaited<Door<Services>['served']>>(resolve => {
      stand = resolve
    })
    const early = answer('draft.load', messageFrom(contents, 'desk'), [{ name: 'form.a' }], { served, windows, log })
    // The page that asked is gone meanwhile: another load of it is another caller.
    contents.emit('did-navigate')
    expect(service).not.toHaveBeenCalled()
    stand(await made.served)
    expect(await early).toEqual({ ok: true, value: { value: 'typed' } })
    expect(service.mock.calls).toEqual([[{ name: 'form.a' }, { window: 1, page: 'desk', load: 0 }]])
  })

  it('who asks a desk that does not open is refused what nobody may ask, and hears nothing else', async () => {
    const { contents, windows, log } = door({})
    const served = Promise.reject(new Error('the journal does not read'))
    const ask = (channel: Channel, args: unknown) =>
      answer(channel, messageFrom(contents, 'desk'), [args], { served, windows, log })
    expect(await ask('draft.load', {})).toMatchObject({ error: { code: 'ipc.bad_argument' } })
    const heard = vi.fn()
    void ask('draft.load', { name: 'form.a' }).then(heard, heard)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(heard).not.toHaveBeenCalled()
  })

  it('the sheet page reads no journal', async () => {
    const service = vi.fn()
    const { ask } = door({ 'journal.read': service }, 'sheet')
    expect(await ask('journal.read', { after: {}, limit: 1 })).toMatchObject({ error: { code: 'ipc.refused' } })
    expect(service).not.toHaveBeenCalled()
  })
})

describe('events', () => {
  it('what the hall shows goes to the hall only', () => {
    const { contents, windows } = registered('desk')
    const hall = new FakeContents(2)
    windows.add(hall.asContents(), 'hall')
    const send = eventSender(windows)
    const view = { now: 0, office: { kk: '', ru: '' }, settings: USUAL_HALL, board: null }
    send('hall.changed', view)
    send('menu.command', { command: 'today' })
    expect(hall.sent).toEqual([['hall.changed', view]])
    expect(contents.sent).toEqual([['menu.command', { command: 'today' }]])
  })

  it('go to the desk only, and only as the contract says', () => {
    const { contents, windows } = registered('desk')
    const sheet = new FakeContents(2)
    windows.add(sheet.asContents(), 'sheet')
    const send = eventSender(windows)
    send('menu.command', { command: 'today' })
    expect(contents.sent).toEqual([['menu.command', { command: 'today' }]])
    expect(sheet.sent).toEqual([])
    expect(() => send('menu.command', { command: 'format' } as never)).toThrow()
  })
})
