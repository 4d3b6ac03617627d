import { expect, it } from 'vitest'
import { checkPdf } from '#electron/print/check-pdf.ts'

function pdf({
  boxes = ['0 0 595.92 842.88'],
  descriptors = 1,
  files = 1,
  head = '%PDF-1.4\n',
  end = '\n%%EOF\n',
} = {}) {
  const text = [
    head,
    ...boxes.map(box => `<< /Type /Page /MediaBox [${box}] >>`),
    '<</Type /FontDescriptor /FontName /NotoSans>>'.repeat(descriptors),
    '<</FontFile2 12 0 R>>'.repeat(files),
    end,
  ].join('\n')
  return Buffer.from(text, 'latin1')
}

it('a whole PDF on the paper asked for passes, either way up', () => {
  expect(checkPdf(pdf(), 'A4')).toMatchObject({ ok: true, value: { pages: 1 } })
  expect(checkPdf(pdf({ boxes: ['0 0 842.88 595.92', '0 0 842.88 595.92'] }), 'A4')).toMatchObject({
    ok: true,
    value: { pages: 2 },
  })
  expect(checkPdf(pdf({ boxes: ['0 0 1190.55 841.89'] }), 'A3')).toMatchObject({ ok: true })
})

it('a ticket is one page of its width, as long as it needs, and its length is told', () => {
  const checked = checkPdf(pdf({ boxes: ['0 0 163.92 496.08'], descriptors: 0, files: 0 }), '58mm')
  expect(checked).toMatchObject({ ok: true, value: { pages: 1 } })
  expect(checked.ok && Math.round(checked.value.height)).toBe(175)
  const refused = { ok: false, error: { params: { reason: 'paper' } } }
  expect(checkPdf(pdf({ boxes: ['0 0 163.92 496.08'] }), '80mm')).toMatchObject(refused)
  expect(checkPdf(pdf({ boxes: ['0 0 163.92 496', '0 0 163.92 496'] }), '58mm')).toMatchObject(refused)
  expect(checkPdf(pdf({ boxes: ['0 0 163.92 20'] }), '58mm')).toMatchObject(refused)
  expect(checkPdf(pdf({ boxes: ['0 0 298.08 420'] }), 'A6')).toMatchObject({ ok: true })
  expect(checkPdf(pdf({ boxes: ['0 0 298.08 420'] }), 'A5')).toMatchObject(refused)
})

it.each([
  ['nothing', Buffer.alloc(0), 'header'],
  ['an error page', Buffer.from('<html>'), 'header'],
  ['a PDF cut off', pdf({ end: '' }), 'end'],
  ['a PDF with something behind it', pdf({ end: '\n%%EOF\n<script>' }), 'end'],
  ['no pages', pdf({ boxes: [] }), 'pages'],
  ['one page of another paper', pdf({ boxes: ['0 0 595.92 842.88', '0 0 612 792'] }), 'paper'],
  ['a schedule of A3 in place of A4', pdf({ boxes: ['0 0 841.89 1190.55'] }), 'paper'],
  ['a font that is not inside', pdf({ descriptors: 2 }), 'fonts'],
])('%s is refused', (_what, bytes, reason) => {
  expect(checkPdf(bytes, 'A4')).toEqual({ ok: false, error: { code: 'sheet.bad_pdf', params: { reason } } })
})
