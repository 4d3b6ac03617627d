import { describe, expect, it } from 'vitest'
import { failureOfSocket, type HttpCause, HttpFailure } from '#electron/http/line.ts'
import { readAddress } from '#electron/site/address.ts'
import { BusyError, brokenOff, refusalOf } from '#electron/site/refusals.ts'
import { openPlace } from '#electron/site/services.ts'

const code = (value: string) => expect.objectContaining({ detail: expect.objectContaining({ code: value }) })

describe('an address of the site', () => {
  it.each([
    ['https://site.example.kz/priem', 'https://site.example.kz/priem/'],
    [' https://site.example.kz:8443 ', 'https://site.example.kz:8443/'],
    ['http://127.0.0.1:5984/db/', 'http://127.0.0.1:5984/db/'],
    ['http://localhost/x', 'http://localhost/x/'],
    ['http://[::1]:80/x', 'http://[::1]/x/'],
  ])('%s is read', (typed, read) => expect(readAddress(typed).href).toBe(read))

  it.each([
    ['site.example.kz', 'site.bad_address'],
    ['ftp://site.example.kz/', 'site.bad_address'],
    ['file:///etc/passwd', 'site.bad_address'],
    ['https://user:secret@site.example.kz/', 'site.bad_address'],
    ['https://site.example.kz/?a=1', 'site.bad_address'],
    ['https://site.example.kz/#a', 'site.bad_address'],
    ['http://site.example.kz/', 'site.not_https'],
    ['http://127.0.0.1.example.kz/', 'site.not_https'],
    ['http://192.168.1.5/', 'site.not_https'],
  ])('%s is refused: %s', (typed, refused) => expect(() => readAddress(typed)).toThrow(code(refused)))

  it('an authority is a certificate or none', () => {
    const place = (authority: string) =>
      openPlace({ kind: 'web', address: 'https://site.example.kz/', login: '', authority }, '', 'qabyldau-test-')
    expect(() => place('  ')).not.toThrow()
    for (const authority of ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'certificate'])
      expect(() => place(authority)).toThrow(code('site.bad_authority'))
  })
})

describe('what a server or the wire says', () => {
  it.each([
    [401, 'site.login'],
    [403, 'site.forbidden'],
    [404, 'site.missing'],
    [405, 'site.takes_none'],
    [409, 'site.conflict'],
    [412, 'site.conflict'],
    [413, 'site.too_large'],
    [423, 'site.busy'],
    [502, 'site.refused'],
    [507, 'site.full'],
  ])('%i', (status, told) => expect(refusalOf({ status, headers: {} }).detail.code).toBe(told))

  it('a time to come again is held within an hour', () => {
    const asked = ['0', '30', '999999999'].map(seconds =>
      refusalOf({ status: 503, headers: { 'retry-after': seconds } }),
    )
    expect(asked.map(one => one instanceof BusyError && one.seconds)).toEqual([1, 30, 3600])
    expect(refusalOf({ status: 503, headers: { 'retry-after': '-5' } })).not.toBeInstanceOf(BusyError)
  })

  it.each([
    ['CERT_HAS_EXPIRED', 'site.tls_expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'site.tls_other'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'site.tls_unknown'],
    ['EPROTO', 'site.tls_none'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'site.tls_none'],
    ['ECONNRESET', 'site.cut'],
    ['ENOTFOUND', 'site.offline'],
    ['ECONNREFUSED', 'site.offline'],
    ['CERT_REVOKED', 'site.tls_unknown'],
    ['HPE_INVALID_CONSTANT', 'site.cut'],
  ])('%s', (system, told) => {
    const failure = failureOfSocket(Object.assign(new Error('x'), { code: system }))
    expect(brokenOff(failure).detail.code).toBe(told)
  })

  it.each<[HttpCause, string]>([
    [{ why: 'late' }, 'site.late'],
    [{ why: 'stopped' }, 'site.stopped'],
    [{ why: 'redirected', status: 301 }, 'site.redirected'],
    [{ why: 'packed', status: 200 }, 'site.portal'],
    [{ why: 'large', status: 200 }, 'site.portal'],
    [{ why: 'offline', code: 'cut' }, 'site.cut'],
  ])('%o', (cause, told) => expect(brokenOff(new HttpFailure(cause)).detail.code).toBe(told))
})
