import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { SitePlace } from '#electron/site/place.ts'
import { openPlace } from '#electron/site/services.ts'
import { certify } from '#test/fixtures/certificates.ts'
import { type ServerOptions, type SiteServerForTest, webServer } from '#test/fixtures/site/web-server.ts'

const NEVER = new AbortController().signal
const refused = (code: string) => ({ detail: { code } })

const AUTHORITY = certify({ name: 'Test authority' })
const servers: SiteServerForTest[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(options: ServerOptions): Promise<SiteServerForTest> {
  const server = await webServer(options)
  servers.push(server)
  return server
}

/** A server with a certificate of the test's authority, for this host. */
function serveAs(host: string): Promise<SiteServerForTest> {
  const { keyPem, cert } = certify({ name: 'site', by: AUTHORITY, hosts: [host] })
  return serve({ tls: { key: keyPem, cert } })
}

function placeAt(address: string, authority = '', password = 'secret'): SitePlace {
  return openPlace({ kind: 'web', address, login: 'site', authority }, password, 'qabyldau-test-')
}

describe('the certificate of a server', () => {
  it('by the own authority passes with it alone; the test file is gone afterwards', async () => {
    const server = await serveAs('127.0.0.1')
    await placeAt(server.address, AUTHORITY.cert).check(NEVER)
    expect([...server.kept.keys()]).toEqual([])
    await expect(placeAt(server.address).check(NEVER)).rejects.toMatchObject(refused('site.tls_unknown'))
  })

  it('of another host is refused, and nothing was sent', async () => {
    const server = await serveAs('other.example')
    await expect(placeAt(server.address, AUTHORITY.cert).check(NEVER)).rejects.toMatchObject(refused('site.tls_other'))
    expect(server.sent).toEqual([])
  })

  it('where there is none it is told', async () => {
    const server = await serve({})
    const address = server.address.replace('http:', 'https:')
    await expect(placeAt(address).check(NEVER)).rejects.toMatchObject(refused('site.tls_none'))
  })
})

describe('an answer', () => {
  it('longer than asked for is given up before it is in memory', async () => {
    const server = await serve({})
    server.kept.set('manifest.json', Buffer.alloc(4 * 1024 * 1024))
    await expect(placeAt(server.address).read('manifest.json', 1024, NEVER)).rejects.toMatchObject(
      refused('site.portal'),
    )
  })

  it('shorter than it says, or no HTTP at all, is a cut', async () => {
    for (const said of ['HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', 'nonsense\r\n\r\n']) {
      const raw = net.createServer(socket => socket.once('data', () => socket.end(said)))
      await new Promise<void>(resolve => raw.listen(0, '127.0.0.1', resolve))
      const { port } = raw.address() as net.AddressInfo
      try {
        const place = placeAt(`http://127.0.0.1:${port}/`)
        await expect(place.read('index.html', 1024, NEVER)).rejects.toMatchObject(refused('site.cut'))
      } finally {
        await new Promise(resolve => raw.close(resolve))
      }
    }
  })

  it('that never comes ends with the time there is for it', async () => {
    const server = await serve({})
    server.fault = () => 'silent'
    await expect(placeAt(server.address).check(AbortSignal.timeout(100))).rejects.toMatchObject(refused('site.late'))
  })

  it('to a wrong password is told; the password is in no address and no body', async () => {
    const server = await serve({})
    await expect(placeAt(server.address, '', 'canary-password').check(NEVER)).rejects.toMatchObject(
      refused('site.login'),
    )
    const all = Buffer.concat(server.sent.flatMap(({ name, body }) => [Buffer.from(name), body])).toString()
    expect(all).not.toContain('canary-password')
  })
})
