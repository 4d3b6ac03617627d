import { describe, expect, it, vi } from 'vitest'
import { auditedServices } from '#electron/audit/around.ts'
import type { Audit } from '#electron/audit/audit.ts'
import { answer } from '#electron/ipc/handle.ts'
import type { Services } from '#electron/ipc/services.ts'
import { AUDIT_OF_CHANNELS, type AuditedChannel, RECORDED_FIRST } from '#shared/audit/channels.ts'
import { CARRIES_PEOPLE, lineOfCall } from '#shared/audit/facts.ts'
import type { AuditLine } from '#shared/audit/model.ts'
import type { Channel } from '#shared/ipc/contract.ts'
import { CHANNEL_NAMES } from '#shared/ipc/names.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { memoryLog, messageFrom, registered } from '#test/unit/ipc/fake-windows.ts'
import { ARGUMENTS } from './channel-arguments.ts'

const AUDITED = CHANNEL_NAMES.filter(channel => AUDIT_OF_CHANNELS[channel] !== null)

/** A door whose services answer nothing wrong, with an audit that keeps its lines; `isBroken`: nothing can be recorded. */
function door(channel: Channel, result: unknown, isBroken = false) {
  const { contents, windows } = registered('desk')
  const lines: AuditLine[] = []
  const order: string[] = []
  const service = vi.fn(async () => {
    order.push('done')
    return result
  })
  const audit: Pick<Audit, 'note' | 'recorded'> = {
    note: line => {
      lines.push(line)
      order.push('noted')
    },
    async recorded(line, work) {
      if (isBroken) throw new ExpectedError('audit.not_written')
      lines.push(line)
      order.push('recorded')
      return work()
    },
  }
  const services = auditedServices({ [channel]: service } as unknown as Services, audit)
  const ask = (args: unknown) =>
    answer(channel, messageFrom(contents, 'desk'), [args], {
      served: { services, demand: async () => undefined },
      windows,
      log: memoryLog(),
    })
  return { ask, lines, order, service }
}

describe('every channel of the table', () => {
  it('has arguments to be tried with, and no other has', () => {
    expect(Object.keys(ARGUMENTS).sort()).toEqual([...AUDITED].sort())
  })

  it.each(AUDITED as AuditedChannel[])('%s writes its line, as it crosses the door', async channel => {
    for (const { args, result, line } of ARGUMENTS[channel]) {
      const { ask, lines, order, service } = door(channel, result)
      expect(await ask(args)).toMatchObject({ ok: true })
      expect(service).toHaveBeenCalledOnce()
      expect(lines).toMatchObject([{ kind: AUDIT_OF_CHANNELS[channel], ...line }])
      const isFirst = RECORDED_FIRST.has(lines[0]?.kind ?? 'viewed')
      expect(order).toEqual(isFirst ? ['recorded', 'done'] : ['done', 'noted'])
    }
  })

  it.each(AUDITED as AuditedChannel[])(
    '%s that cannot be recorded is not done where it leaves the desk',
    async channel => {
      for (const { args, result } of ARGUMENTS[channel]) {
        const { ask, service, lines } = door(channel, result, true)
        const answered = await ask(args)
        const kind = lines[0]?.kind
        if (kind !== undefined && !RECORDED_FIRST.has(kind)) {
          expect(answered.ok).toBe(true)
          continue
        }
        expect(answered).toEqual({ ok: false, error: { code: 'audit.not_written', params: {} } })
        expect(service).not.toHaveBeenCalled()
      }
    },
  )

  it('one that gives nobody anything writes nothing', async () => {
    for (const channel of CHANNEL_NAMES.filter(one => AUDIT_OF_CHANNELS[one] === null)) {
      expect(lineOfCall(channel, {} as never)).toBeNull()
    }
  })
})

it.each([
  { kind: 'viewed', entity: 'application:2026-k3v9q0w8z1m5t7ab-000001' },
  { kind: 'searched', what: 'iin', iin: '850101300017' },
  { kind: 'searched', what: 'phone' },
])('what a page tells of itself passes the door: $kind $what', async said => {
  const { ask, service } = door('audit.note', {})
  expect(await ask(said)).toEqual({ ok: true, value: {} })
  expect(service).toHaveBeenCalledOnce()
  expect(await door('audit.note', {}).ask({ ...said, name: 'x' })).toMatchObject({ ok: false })
})

describe('data of people', () => {
  it('every channel that carries them says which groups of fields', () => {
    for (const channel of CARRIES_PEOPLE) {
      const said = ARGUMENTS[channel].map(({ args }) => lineOfCall(channel, args as never)?.fields.length ?? 0)
      expect([channel, Math.max(...said) > 0]).toEqual([channel, true])
    }
  })

  it.each([
    ['import.choose', { kind: 'journal', sample: null }, { preview: null }],
    ['eotinish.choose', {}, { file: null }],
    ['draft.load', { name: 'register' }, { value: null }],
  ] as const)('%s that came to nothing was no look', async (channel, args, result) => {
    const { ask, lines } = door(channel, result)
    expect(await ask(args)).toMatchObject({ ok: true })
    expect(lines).toEqual([])
  })
})
