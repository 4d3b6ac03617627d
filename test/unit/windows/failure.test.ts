import { expect, it } from 'vitest'
import { failurePage } from '#electron/windows/failure.ts'

const t = (key: string, params: Record<string, string | number> = {}) =>
  key === 'error.start.disk_full' ? `no space: ${params.free}` : key

it('a refused start says what happened, what to do and where the report lies, and offers no way into the desk', () => {
  const failure = { stage: 'start', code: 'start.disk_full', params: { free: 12 }, report: '/r/<b>&.txt' } as const
  const html = failurePage(failure, 'kk', t)
  expect(html).toContain('no space: 12')
  expect(html).toContain('failure.doRestart')
  expect(html).toContain('/r/&#60;b&#62;&#38;.txt')
  expect(html).not.toMatch(/<a |<script|onclick/)
  expect(html).toContain('lang="kk"')
})

it('a page that died may be opened again', () => {
  const html = failurePage({ stage: 'page', code: 'no.such', params: {}, report: null }, 'ru', t)
  expect(html).toContain('<a href="index.html">')
  expect(html).toContain('failure.unexpected')
  expect(html).not.toContain('failure.report')
})
