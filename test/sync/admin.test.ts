import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseAdminArguments } from '#electron/admin/arguments.ts'
import { runAdmin } from '#electron/admin/run-admin.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { couchServer } from '#electron/sync/couch.ts'
import { makeRequest, told, writeRequest } from '#electron/sync/request.ts'
import { answerPath, readAnswer, takeAnswer } from '#electron/sync/server-answer.ts'
import { databasesOf, OfficeCode } from '#shared/sync/address.ts'
import { certify } from '../fixtures/certificates.ts'
import { startProxy } from '../fixtures/sync/fault-proxy.ts'
import { installationOf, makeOffice, recordDocument, recordDocuments } from '../fixtures/sync/office.ts'
import { KINDS, type RigServer, startServer } from '../fixtures/sync/server.ts'

const FIRST = installationOf('a')
const SECOND = installationOf('b')

describe.each(KINDS)("the administrator's program on %s", kind => {
  let server: RigServer
  beforeAll(async () => {
    server = await startServer(kind)
  })
  afterAll(() => server.close())

  /** Runs a command as an administrator types it. */
  async function run(...words: string[]) {
    const [said, complained]: [string[], string[]] = [[], []]
    const code = await runAdmin({
      argv: [...words, '--admin', server.admin.name],
      environment: { LANG: 'ru_RU.UTF-8' },
      say: line => said.push(line),
      complain: line => complained.push(line),
      askPassword: async () => server.admin.password,
    })
    return { code, said: said.join('\n'), complained: complained.join('\n') }
  }

  it('init makes an office, again it changes nothing, and mends rules that somebody opened', async () => {
    const office = await makeOffice(server)
    const again = await run('init', server.address, '--office', office.code)
    expect(again).toMatchObject({ code: 0, complained: '' })
    expect(again.said.match(/уже есть/g)).toHaveLength(5)
    const path = `/${office.names.chains}/_design/qabyldau`
    const rules = (await office.admin.ask({ method: 'GET', path })).value as object
    await office.admin.ask({ method: 'PUT', path, body: { ...rules, validate_doc_update: 'function () {}' } })
    expect((await run('init', server.address, '--office', office.code)).said).toContain('исправлено')
    const desk = await office.desk(FIRST)
    const written = await desk.chains.write([recordDocument(SECOND, 1)])
    expect([...written.values()]).toEqual([{ state: 'refused', reason: 'qabyldau:not_yours' }])
    await office.close()
  })

  it('a desk gets an account once, by which it writes; a new password ends the old one; a lost computer is shut out', async () => {
    const office = await makeOffice(server)
    const base = [server.address, FIRST, '--office', office.code]
    const first = await run('add-desk', ...base)
    const passwordOf = (said: string) => /Пароль: (\S+)/.exec(said)?.[1] ?? ''
    expect(passwordOf(first.said)).toMatch(/^[\w-]{24}$/)
    expect(passwordOf((await run('add-desk', ...base)).said)).toBe('')
    const as = (password: string) => {
      const account = { name: `desk-${FIRST}`, password }
      return couchServer({ address: office.proxy.address as never, account, trust: 'system' })
    }
    const { chains } = databasesOf(OfficeCode.parse(office.code))
    const write = async (password: string, sequence: number) => {
      const hands = as(password)
      return hands
        .database(chains)
        .write([recordDocument(FIRST, sequence)])
        .then(
          rows => [...rows.values()][0]?.state,
          failure => failure.why,
        )
        .finally(hands.close)
    }
    expect(await write(passwordOf(first.said), 1)).toBe('written')
    const renewed = passwordOf((await run('add-desk', ...base, '--renew')).said)
    // A real server keeps who entered in memory for a moment.
    const shut = { timeout: 10_000, interval: 200 }
    await expect.poll(() => write(passwordOf(first.said), 2), shut).toBe('login')
    expect(await write(renewed, 5)).toBe('written')
    expect((await run('retire', ...base)).said).toContain('открыта')
    expect(await write(renewed, 3)).toBe('written')
    expect((await run('retire', ...base, '--close')).said).toContain('закрыта')
    await expect.poll(() => write(renewed, 4), shut).toBe('login')
    expect(passwordOf((await run('add-desk', ...base)).said)).not.toBe('')
    await office.close()
  })

  describe('invite answers a request', () => {
    let stick: string
    beforeEach(async () => {
      stick = await mkdtemp(path.join(os.tmpdir(), 'qabyldau-stick-'))
      return () => rm(stick, { recursive: true })
    })

    const AT = 'https://server.example:6984'

    it('by an account and a file only that computer opens; again it needs --renew, and the old password ends', async () => {
      const office = await makeOffice(server)
      const own = makeRequest('\u001b[2Jокно 2', installationOf('c'))
      const file = path.join(stick, await writeRequest(nodeFiles, stick, own.request))
      const base = ['invite', server.address, file, '--office', office.code, '--at', AT]
      const { code, said, complained } = await run(...base)
      expect({ code, complained }).toEqual({ code: 0, complained: '' })
      expect(said).toContain(`Цифры запроса: ${told(own.request).fingerprint}`)
      expect(said).toContain('?[2Jокно 2')
      expect(said).not.toContain('\u001b')
      const answer = answerPath(file, own.request)
      expect(said).toContain(answer)
      const taken = async (digits: string) => takeAnswer(own, await readAnswer(nodeFiles, answer), digits)
      const digitsOf = (words: string) => /Цифры ответа: ([\d ]{24})/.exec(words)?.[1] ?? ''
      const given = await taken(digitsOf(said))
      expect(given).toMatchObject({ address: AT, office: office.code, trust: 'system' })
      expect(given.password).toMatch(/^[\w-]{24}$/)
      expect(said).not.toContain(given.password)
      const written = async (password: string, sequence: number) => {
        const account = { name: `desk-${own.request.installation}`, password }
        const hands = couchServer({ address: office.proxy.address as never, account, trust: 'system' })
        return hands
          .database(office.names.chains)
          .write([recordDocument(own.request.installation, sequence)])
          .then(
            rows => [...rows.values()][0]?.state,
            failure => failure.why,
          )
          .finally(hands.close)
      }
      expect(await written(given.password, 1)).toBe('written')

      const again = await run(...base)
      expect(again.code).toBe(1)
      expect(again.said).toContain('--renew')
      expect(digitsOf(again.said)).toBe('')
      expect(await taken(digitsOf(said))).toEqual(given)
      const anew = await run(...base, '--renew')
      expect(anew.code).toBe(0)
      await expect(taken(digitsOf(said))).rejects.toThrow('server.digits')
      const renewed = await taken(digitsOf(anew.said))
      await expect.poll(() => written(given.password, 2), { timeout: 10_000, interval: 200 }).toBe('login')
      expect(await written(renewed.password, 3)).toBe('written')
      await office.close()
    })

    it('no file is left where the account could not be made, and nothing is made where there is no request or office', async () => {
      const office = await makeOffice(server)
      const own = makeRequest('2', installationOf('d'))
      const file = path.join(stick, await writeRequest(nodeFiles, stick, own.request))
      const words = (code: string) => ['invite', office.proxy.address, file, '--office', code, '--at', AT]
      office.proxy.meet(/_users.*/, { kind: 'drop' }, 99)
      expect((await run(...words(office.code))).code).toBe(1)
      office.proxy.clear()
      // The account is asked for, and the making of it is cut.
      office.proxy.meet(/^PUT .*_users/, { kind: 'drop' }, 99)
      expect((await run(...words(office.code))).code).toBe(1)
      office.proxy.clear()
      expect((await run(...words('nobody-here'))).complained).toContain('init')
      expect((await run('invite', server.address, file, '--office', office.code)).said).toContain('--at')
      await writeFile(path.join(stick, 'x.qjoin'), '{}')
      const none = await run('invite', server.address, path.join(stick, 'x.qjoin'), '--office', office.code, '--at', AT)
      expect(none).toMatchObject({ code: 2 })
      expect(none.complained).toContain('.qjoin')
      expect((await readdir(stick)).filter(name => name.endsWith('.qserver'))).toEqual([])
      expect((await run(...words(office.code))).code).toBe(0)
      await office.close()
    })
  })

  it('status tells each desk, what others handed on, and what is missing in the middle', async () => {
    const office = await makeOffice(server)
    expect((await run('status', server.address, '--office', office.code)).said).toContain('никто')
    const [first, second] = [await office.desk(FIRST), await office.desk(SECOND)]
    await first.chains.write(recordDocuments(FIRST, 1, 12))
    await second.chains.write([...recordDocuments(SECOND, 1, 3), recordDocument(SECOND, 6)])
    await second.chains.write([recordDocument(FIRST, 12, { by: SECOND }), recordDocument(FIRST, 13, { by: SECOND })])
    await first.chains.write([{ _id: 'letter:\u0410', i: FIRST }])
    const seen = { at: '2026-11-18T07:06:40.000Z', held: 14 }
    await first.chains.replace({ _id: `_local/desk-${FIRST}`, ...seen }, null)
    await run('retire', server.address, SECOND, '--office', office.code)
    const { code, said } = await run('status', server.address, '--office', office.code)
    expect(code).toBe(1)
    expect(said).toContain('Рабочих мест: 2, занятых букв: 1, всего документов: 20')
    const rows = said.split('\n').filter(line => /^\S+ +\w{16} /.test(line))
    const cells = rows.map(row => row.split(/ {2,}/))
    expect(cells).toEqual([
      ['А', FIRST, 'работает', '18.11.2026 12:06', '13', '2', '14 из 19', '0'],
      ['–', SECOND, 'закрыто', '–', '6', '0', '–', '2'],
    ])
    expect(said).toContain(`${SECOND}: в середине НЕ ХВАТАЕТ записей: 2`)
    await first.chains.write([recordDocument(SECOND, 4, { by: FIRST }), recordDocument(SECOND, 5, { by: FIRST })])
    expect((await run('status', server.address, '--office', office.code)).code).toBe(0)
    await office.close()
  })

  it('backup-check: a copy that is only older is good; one that lacks, changes or knows more is not', async () => {
    const [live, copy] = [await makeOffice(server), await makeOffice(server)]
    const documents = recordDocuments(FIRST, 1, 30)
    await live.asAdmin.chains.write(documents)
    await copy.asAdmin.chains.write(documents.slice(0, 25))
    // The same office on another server: asked for under its own name there.
    const asOther = await startProxyRenaming(server, live.code, copy.code)
    const check = () => run('backup-check', server.address, asOther.address, '--office', live.code)
    const good = await check()
    expect(good).toMatchObject({ code: 0, complained: '' })
    expect(good.said).toContain('Одинаковых документов: 25. Записано после копии: 5.')
    await copy.asAdmin.chains.write([recordDocument(FIRST, 27), { ...recordDocument(FIRST, 28), sealed: 'BBBB' }])
    await copy.asAdmin.chains.write([recordDocument(SECOND, 1)])
    const bad = await check()
    expect(bad.code).toBe(1)
    expect(bad.said).toContain(`но нет: 1\n${FIRST}:000000000026`)
    expect(bad.said).toContain(`отличается: 1\n${FIRST}:000000000028`)
    expect(bad.said).toContain(`на сервере нет: 1\n${SECOND}:000000000001`)
    await asOther.close()
    await live.close()
    await copy.close()
  })

  it('what cannot be done is told in words, with a code that says it', async () => {
    const none = await run('status', server.address, '--office', 'nobody-here')
    expect(none).toMatchObject({ code: 1, said: '' })
    expect(none.complained).toContain('init')
    const off = await run('status', 'http://127.0.0.1:1', '--office', 'x')
    expect(off.complained).toContain('ECONNREFUSED')
    const wrong = await runAdmin({
      argv: ['init', server.address, '--office', 'x', '--admin', server.admin.name, '--language', 'kk'],
      environment: { QABYLDAU_ADMIN_PASSWORD: 'wrong' },
      say: () => undefined,
      complain: line => expect(line).toContain('құпиясөзді қабылдамады'),
      askPassword: async () => server.admin.password,
    })
    expect(wrong).toBe(1)
  })
})

/** The copy as a server of its own: what is asked for of one office is answered of the other. */
async function startProxyRenaming(server: RigServer, asked: string, is: string) {
  const proxy = await startProxy(server.address)
  proxy.rename = url => url.replaceAll(asked, is)
  return proxy
}

describe('what the administrator types', () => {
  const good = ['init', 'https://server.example:6984', '--office', 'almaty-110']
  it.each([
    [[]],
    [['init']],
    [['init', 'https://server.example:6984']],
    [['wipe', ...good.slice(1)]],
    [[...good, 'more']],
    [[...good, '--password', 'x']],
    [['init', 'http://server.example:5984', '--office', 'x']],
    [['init', 'https://admin:secret@server.example', '--office', 'x']],
    [['init', 'https://server.example', '--office', 'Almaty']],
    [['init', 'https://server.example', '--office', 'x-keys']],
    [['retire', 'https://server.example', 'short', '--office', 'x']],
    [['retire', 'https://server.example', '--office', 'x']],
    [['backup-check', 'https://server.example', '--office', 'x']],
    [['invite', 'https://server.example', '--office', 'x']],
    [['invite', 'https://server.example', 'a.qjoin', '--office', 'x', '--at', 'http://127.0.0.1:5984']],
    [['init', 'https://server.example', '--office', 'x', '--password', 'y']],
  ])('%j is not understood', argv => {
    expect(parseAdminArguments(argv, 'ru')).toBeNull()
  })
  it('a whole command is', () => {
    expect(parseAdminArguments([...good, '--ca', 'ca.pem'], 'kk')).toEqual({
      command: 'init',
      address: 'https://server.example:6984',
      office: 'almaty-110',
      admin: 'admin',
      ca: 'ca.pem',
      language: 'kk',
    })
  })

  it('a certificate of the office is taken from its file, another one is not believed, and the password stays here', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'qabyldau-ca-'))
    const [ours, other] = [certify({ name: 'ours' }), certify({ name: 'other' })]
    const cert = certify({ name: 'server', by: ours, hosts: ['127.0.0.1'] })
    const said = '{"error":"unauthorized","reason":"x"}'
    const proxy = await startProxy('http://127.0.0.1:1', { key: cert.keyPem, cert: cert.cert })
    proxy.meet(/./, { kind: 'say', status: 401, headers: { 'content-type': 'application/json' }, body: said }, 99)
    const told: string[] = []
    const run = async (ca: string) => {
      const file = path.join(folder, 'ca.pem')
      await writeFile(file, ca)
      const argv = ['init', proxy.address, '--office', 'x', '--ca', file]
      const askPassword = async () => 'secret'
      return runAdmin({ argv, environment: {}, say: () => undefined, complain: line => told.push(line), askPassword })
    }
    expect(await run(other.cert)).toBe(1)
    expect(told.pop()).toContain('unknown_authority')
    expect(proxy.calls).toEqual([])
    expect(await run(ours.cert)).toBe(1)
    expect(told.pop()).toContain('не принял')
    expect(await run('no certificate')).toBe(2)
    await proxy.close()
    await rm(folder, { recursive: true })
  })
})
