import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { couchDatabase } from '#electron/sync/couch.ts'
import type { ServerAccess } from '#electron/sync/http-wire.ts'
import { wireTo } from '#electron/sync/http-wire.ts'
import { certify } from '../fixtures/certificates.ts'
import { type FaultProxy, startProxy } from '../fixtures/sync/fault-proxy.ts'
import { makeOffice, type RigOffice } from '../fixtures/sync/office.ts'
import { type RigServer, startServer } from '../fixtures/sync/server.ts'
import { failureOf } from './kit.ts'

const OFFICE_CA = certify({ name: 'Office authority' })
const OTHER_CA = certify({ name: 'Other authority' })
const HOSTS = ['localhost', '127.0.0.1']
const good = certify({ name: 'server', by: OFFICE_CA, hosts: HOSTS })

let server: RigServer
let office: RigOffice
beforeAll(async () => {
  server = await startServer('memory')
  office = await makeOffice(server)
})
afterAll(async () => {
  await office.close()
  await server.close()
})

/** Reads the epoch over TLS of the given kind; answers what it failed by and what came through. */
async function readOver(
  tls: NonNullable<Parameters<typeof startProxy>[1]>,
  trust: ServerAccess['trust'] = { authority: OFFICE_CA.cert },
  host = '127.0.0.1',
) {
  const proxy = await startProxy(server.address, tls)
  const failure = await read(proxy, trust, host)
  await proxy.close()
  return { failure, calls: proxy.calls }
}

function read(proxy: FaultProxy, trust: ServerAccess['trust'], host: string) {
  const access = { address: `https://${host}:${proxy.port}`, account: server.admin, trust } as ServerAccess
  return failureOf(couchDatabase({ ...access, database: office.names.chains }).read('_local/epoch'))
}

const served = ({ keyPem, cert }: { keyPem: string; cert: string }) => ({ key: keyPem, cert })

describe('whose certificate is believed', () => {
  it.each(HOSTS)('one of the office by its authority, under the name %s', async host => {
    const { failure, calls } = await readOver(served(good), undefined, host)
    expect(failure).toBeNull()
    expect(calls).toHaveLength(1)
  })

  it('one that is its own authority, where it is the one given', async () => {
    const own = certify({ name: 'own', hosts: HOSTS })
    expect((await readOver(served(own), { authority: own.cert })).failure).toBeNull()
  })

  const EVIL: readonly (readonly [string, Parameters<typeof certify>[0], string])[] = [
    ['one of another authority', { name: 'server', by: OTHER_CA, hosts: HOSTS }, 'unknown_authority'],
    ['one that vouches for itself', { name: 'server', hosts: HOSTS }, 'unknown_authority'],
    ['one that is over', { name: 'server', by: OFFICE_CA, hosts: HOSTS, from: -30, to: -1 }, 'expired'],
    ['one that is not yet', { name: 'server', by: OFFICE_CA, hosts: HOSTS, from: 2 }, 'not_yet_valid'],
    ['one of another name', { name: 'server', by: OFFICE_CA, hosts: ['other.example'] }, 'other_name'],
  ]
  it.each(EVIL)('not %s: which it is is told, and no password goes out', async (_, asked, code) => {
    const { failure, calls } = await readOver(served(certify(asked)))
    expect(failure).toMatchObject({ why: 'tls', detail: { code } })
    expect(calls).toEqual([])
  })

  it('not one of an authority the system does not know, nor the other way round', async () => {
    const { failure, calls } = await readOver(served(good), 'system')
    expect(failure).toMatchObject({ why: 'tls', detail: { code: 'unknown_authority' } })
    expect(calls).toEqual([])
  })

  it('not because somebody told Node to believe everything', async () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      const { failure } = await readOver(served(certify({ name: 'server', by: OTHER_CA, hosts: HOSTS })))
      expect(failure).toMatchObject({ why: 'tls' })
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
    }
  })

  it('an older TLS is refused', async () => {
    const old = { ...served(good), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    const { failure, calls } = await readOver(old)
    expect(failure).toMatchObject({ why: 'tls', detail: { code: 'protocol' } })
    expect(calls).toEqual([])
  })

  it('a server that speaks without TLS where TLS is asked for is refused', async () => {
    const proxy = await startProxy(server.address)
    expect(await read(proxy, 'system', '127.0.0.1')).toMatchObject({ why: 'tls', detail: { code: 'protocol' } })
    expect(proxy.calls).toEqual([])
    await proxy.close()
  })
})

describe('what may be given as a server', () => {
  const account = { name: 'desk-x', password: 'secret' }
  it.each([
    'http://server.akimat.example:5984',
    'http://10.0.0.5:5984',
    'http://127.0.0.1.example.com',
    'https://user:password@server.example',
    'https://server.example/?x=1',
    'https://server.example/../_users',
    'https://server.example/#x',
    'ftp://server.example',
    'https://',
    'https://-x.example',
  ])('not %s', address => {
    expect(() => wireTo({ address: address as never, account, trust: 'system' })).toThrow()
  })
  it.each([
    'https://server.akimat.example:6984',
    'https://10.0.0.5',
    'https://[::1]:6984',
    'https://server.example/couch',
  ])('%s', address => {
    expect(() => wireTo({ address: address as never, account, trust: 'system' }).close()).not.toThrow()
  })
  it('nor an authority that is no certificate', () => {
    const authority = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
    for (const given of [authority, '', 'x']) {
      const trust = { authority: given }
      expect(() => wireTo({ address: 'https://server.example' as never, account, trust })).toThrow()
    }
  })
})
