import { writeFileSync } from 'node:fs'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }

/** The text of docs/errors.md: every code a person can be shown, with its sentence in both languages. */
export function errorsPage(): string {
  const russian: Record<string, string> = ru
  const rows = Object.entries(kk)
    .filter(([key]) => key.startsWith('error.'))
    .map(([key, text]) => [key.slice('error.'.length), text, russian[key] ?? ''])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map(([code, kazakh, other]) => `| \`${code}\` | ${kazakh} | ${other} |`)
  return [
    '# Errors',
    '',
    'Expected errors are told to the person: what happened and what to do next. The code stands in the program and in logs,',
    'the sentence in `locales/`. Anything else that breaks is a fault of ours: it is shown as `unexpected` with a number, and a',
    'report file without personal data is written. This page is made from the locales by `node tools/write-errors.ts`.',
    '',
    `| Code | ${kk['language.long.kk']} | ${ru['language.long.ru']} |`,
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync('docs/errors.md', errorsPage())
