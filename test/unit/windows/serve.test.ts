import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { serveAssets } from '#electron/windows/serve.ts'

const root = mkdtempSync(path.join(tmpdir(), 'serve-'))
writeFileSync(path.join(root, 'index.html'), '<meta content="__NONCE__"><style nonce="__NONCE__"></style>')
writeFileSync(path.join(root, 'a.js'), 'export {}')
writeFileSync(path.join(root, 'secret.txt'), 'x')
afterAll(() => rmSync(root, { recursive: true }))

const answer = serveAssets(root, () => '<p nonce="__NONCE__">failed</p>')
const get = (url: string, method = 'GET') => answer(new Request(url, { method }))

it('a page carries the nonce of its load, in text and policy, another at each load', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const response = await get('app://desk/index.html')
      const nonce = /'nonce-([\w-]{22})'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
      expect(nonce).toBeDefined()
      expect(await response.text()).toBe(`<meta content="${nonce}"><style nonce="${nonce}"></style>`)
      expect(response.headers.get('cache-control')).toBe('no-store')
      return nonce
    }),
  )
  expect(nonces[0]).not.toBe(nonces[1])
})

it('a script has its type', async () => {
  const response = await get('app://desk/a.js')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
})

it.each([
  ['app://desk/missing.js', 'GET', 404],
  ['app://desk/secret.txt', 'GET', 400],
  ['app://desk/..%2fsecret.js', 'GET', 400],
  ['app://desk.evil/index.html', 'GET', 400],
  ['app://desk/index.html', 'POST', 405],
])('%s by %s is answered %d, empty', async (url, method, status) => {
  const response = await get(url, method)
  expect([response.status, await response.text()]).toEqual([status, ''])
})

it('the failure page comes from main, not from the disk', async () => {
  const response = await get('app://desk/failure.html')
  expect(await response.text()).toMatch(/^<p nonce="[\w-]{22}">failed<\/p>$/)
})
