import { expect, it } from 'vitest'
import { safeFileName } from '#electron/windows/file-name.ts'

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
