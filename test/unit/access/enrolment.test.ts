import { expect, it } from 'vitest'
import { enrolmentUri } from '#shared/access/enrolment.ts'
import { qrOf } from '#shared/qr/matrix.ts'
import { read } from '#test/fixtures/qr-reader.ts'

const TEXT = 'ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567'

it('a telephone reads from the code the very secret that is typed, whatever the name is', () => {
  for (const name of ['', 'А. Рахимова', 'Қ'.repeat(120), 'O’Neil & Co?secret=AAAA', '😀'.repeat(30)]) {
    const uri = enrolmentUri(TEXT, name)
    expect(read(qrOf(uri))).toBe(uri)
    const { protocol, searchParams } = new URL(uri)
    expect(protocol).toBe('otpauth:')
    expect(searchParams.getAll('secret')).toEqual([TEXT.replaceAll(' ', '')])
    expect(Object.fromEntries(searchParams)).toMatchObject({ algorithm: 'SHA1', digits: '6', period: '30' })
  }
})
