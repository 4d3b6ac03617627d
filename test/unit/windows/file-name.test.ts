import path from 'node:path'
import { expect, it } from 'vitest'
import { safeFileName } from '#electron/windows/file-name.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'

it.each([
  ['кесте 2026-11', 'кесте 2026-11.pdf'],
  ['кесте.PDF', 'кесте.pdf'],
  ['../../etc/passwd', '-..-etc-passwd.pdf'],
  ['C:\\Windows\\a', 'C--Windows-a.pdf'],
  ['gnp\u202Efdp.exe', 'gnp-fdp.exe.pdf'],
  ['a\u0000b\nc', 'a-b-c.pdf'],
  ['...', 'qabyldau.pdf'],
  ['', 'qabyldau.pdf'],
])('%j becomes %j', (asked, made) => {
  expect(safeFileName(asked, 'pdf')).toBe(made)
})

it('is cut to a length every system takes', () => {
  expect(safeFileName('ә'.repeat(500), 'xlsx')).toBe(`${'ә'.repeat(100)}.xlsx`)
})

it.each([
  ['con', '_con.pdf'],
  ['NUL.txt', '_NUL.txt.pdf'],
  ['com1', '_com1.pdf'],
  ['LPT\u00b2', '_LPT\u00b2.pdf'],
  ['aux . ', '_aux.pdf'],
  ['console', 'console.pdf'],
  ['a\u061cb\u2060c\ufeffd', 'a-b-c-d.pdf'],
  ['\ud800x', '-x.pdf'],
  ['a . . ', 'a.pdf'],
  ['.ssh', 'ssh.pdf'],
])('a device, a sign that is not seen or an end that is dropped: %j becomes %j', (asked, made) => {
  expect(safeFileName(asked, 'pdf')).toBe(made)
})

it('50,000 hostile names: each one file of the folder, on Windows too, and what is seen is what it is', () => {
  const seed = 20261123
  const random = seeded(seed)
  const parts = [
    ...[
      '..',
      '.',
      '/',
      '\\',
      ':',
      '::$DATA',
      'C:',
      '\\\\host\\share',
      '%2e%2e',
      '~',
      'con',
      'PRN',
      'nul',
      'aux',
      'COM9',
      'lpt1',
    ],
    ...[
      ' ',
      '\t',
      '\n',
      '\0',
      '\x1b',
      '\x85',
      '\u202e',
      '\u2066',
      '\u2069',
      '\u200f',
      '\u061c',
      '\u200b',
      '\ufeff',
      '\u2028',
    ],
    ...[
      '\ud83d',
      '\udc00',
      '\u{e0041}',
      '\ufffe',
      '\u2215',
      '\uff0f',
      '\u2024',
      '.pdf',
      '.PDF',
      '.exe',
      '\u04d9',
      '\ufdfa'.repeat(40),
    ],
    ...[
      '\u{1f469}\u200d\u{1f680}'.repeat(30),
      'a'.repeat(300),
      '*',
      '?',
      '"',
      '<',
      '|',
      '-',
      '__proto__',
      '$',
      '\u00b9',
    ],
  ]
  const folder = '/srv/out'
  for (let round = 0; round < 50_000; round++) {
    let asked = ''
    for (let step = Math.floor(random() * 6); step >= 0; step--) asked += parts[Math.floor(random() * parts.length)]
    const made = safeFileName(asked, 'pdf')
    const told = `seed ${seed}: ${JSON.stringify(asked)} -> ${JSON.stringify(made)}`
    for (const one of [path.posix, path.win32]) {
      expect(one.dirname(one.join(folder, made)), told).toBe(one.normalize(folder))
      expect(one.basename(made), told).toBe(made)
    }
    expect(made, told).toMatch(/^[^\s.][^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*\.pdf$/u)
    expect(made, told).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)[. ]*(\.|$)|[. ]\.pdf$/i)
    expect(made.isWellFormed() && Buffer.byteLength(made) <= 210 && made.length <= 210, told).toBe(true)
  }
})
