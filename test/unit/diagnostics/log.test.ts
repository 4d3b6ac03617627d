import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeException, placesIn } from '#electron/diagnostics/exception.ts'
import { type LogFields, lineOf, openLog } from '#electron/diagnostics/log.ts'
import { ReportWriter } from '#electron/diagnostics/report.ts'

const NAME = 'Ахметов Айдар'
const IIN = '030405500123'
const PHONE = '+77011234567'
const CANARIES = /Ахметов|Айдар|030405500123|77011234567/

const NOW = new Date('2026-11-22T09:00:00Z')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function everything(): string {
  return readdirSync(folder)
    .map(name => `${name}\n${readFileSync(path.join(folder, name), 'utf8')}`)
    .join('\n')
}

it('a field of another form than its own is not written', () => {
  const fields: LogFields = { id: NAME, channel: `a.${IIN}`, code: NAME, name: IIN, errno: PHONE, at: NAME, path: IIN }
  expect(lineOf(NAME, fields, NOW)).not.toMatch(CANARIES)
  expect(JSON.parse(lineOf('ipc.refused', { ...fields, channel: 'draft.save' }, NOW))).toMatchObject({
    event: 'ipc.refused',
    channel: 'draft.save',
    code: '?',
  })
})

it('a field that does not exist is not written', () => {
  expect(lineOf('page.gone', { text: NAME } as LogFields, NOW)).not.toMatch(CANARIES)
})

it('an exception leaves its class, code and places; not its words', () => {
  const error = Object.assign(new TypeError(`${NAME}\n    at ${IIN}.js:1:1`), { code: 'ENOSPC' })
  const fields = describeException(error)
  expect(fields).toMatchObject({ name: 'TypeError', errno: 'ENOSPC' })
  expect(fields.at).toMatch(/^log\.test\.ts:\d+:\d+/)
  expect(JSON.stringify(fields)).not.toMatch(CANARIES)
  expect(describeException(NAME)).toEqual({ name: 'NotAnError' })
})

it('of what a page reports only places are kept', () => {
  const detail = `Error: ${NAME} ${IIN}\n    at submit (app://desk/assets/index-a1B2.js:1:2345)\n    at ${NAME}\n`
  expect(placesIn(detail)).toBe('index-a1B2.js:1:2345')
})

it('after exceptions full of a person, log and report hold nothing of the person', () => {
  const log = openLog(folder, () => NOW)
  const id = log.bug('main', new Error(`${NAME} ${IIN} ${PHONE}`))
  log.bug('main', { name: NAME })
  log.write(NAME, { code: NAME })
  const report = new ReportWriter(folder, '0.1.0', log).write('main.bug', { id, code: IIN }, NOW)
  expect(report).toBe(path.join(folder, `report-20261122T090000-${id}.txt`))
  expect(readFileSync(report ?? '', 'utf8')).toContain(id)
  expect(everything()).toContain('main.bug')
  expect(everything()).not.toMatch(CANARIES)
})

it('of many reports the newest are kept, and nothing else of the folder is touched', () => {
  const log = openLog(folder, () => NOW)
  log.write('page.exception')
  const writer = new ReportWriter(folder, '0.1.0', log)
  for (let second = 0; second < 50; second++) {
    writer.write('page.exception', { id: 'abcdef01' }, new Date(NOW.getTime() + second * 1000))
  }
  const names = readdirSync(folder).sort()
  expect(names).toHaveLength(21)
  expect(names[0]).toBe('qabyldau.log')
  expect(names.at(-1)).toBe('report-20261122T090049-abcdef01.txt')
})

it('the log is turned and never grows past its share', () => {
  const log = openLog(folder, () => NOW)
  const at = 'index-a1b2c3d4.js:1:1234567 '.repeat(7).trim()
  for (let line = 0; line < 6000; line++) log.write('page.exception', { id: '0badf00d', at })
  const sizes = readdirSync(folder).map(name => statSync(path.join(folder, name)).size)
  expect(readdirSync(folder).sort()).toEqual(['qabyldau.log', 'qabyldau.log.1', 'qabyldau.log.2', 'qabyldau.log.3'])
  expect(Math.max(...sizes)).toBeLessThan(300 * 1024)
})

it('a disk that takes nothing stops neither log nor report', () => {
  const nowhere = path.join(folder, 'a\0b')
  const log = openLog(nowhere, () => NOW)
  expect(() => log.write('page.gone')).not.toThrow()
  expect(log.last(5)).toEqual([])
  expect(new ReportWriter(nowhere, '0.1.0', log).write('page.gone', {}, NOW)).toBeNull()
})
