import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import kk from '#locales/kk.json' with { type: 'json' }
import ru from '#locales/ru.json' with { type: 'json' }
import type { ProfileId } from '#shared/office/model.ts'
import { type Clause, type ClauseHow, clausesOf } from '#shared/regulation/clauses.ts'
import { PROFILES, profileOf } from '#shared/regulation/profile.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** How tests of a profile's clauses begin their names: `clause 29: ...`, `rule 13: ...`. */
export const TEST_WORDS = { 'WKO-2020/2023': 'clause', 'KZ-2026': 'rule' } as const satisfies Record<ProfileId, string>

const HOW_WORDS: Readonly<Record<ClauseHow, string>> = {
  rule: 'executed',
  record: 'recorded',
  later: '**not yet**',
  outside: 'not the program\u2019s',
  excluded: 'excluded',
}

/** A test that names a clause in its name. */
export interface NamedTest {
  readonly file: string
  readonly name: string
}

/** Tests by what they name, `clause 29` or `rule 13`. A name is that of `it(` or `test(`, also of `.each(...)(`. */
export function namedTests(): ReadonlyMap<string, readonly NamedTest[]> {
  const found = new Map<string, NamedTest[]>()
  for (const file of testFiles()) {
    const text = readFileSync(path.join(ROOT, file), 'utf8')
    for (const [, , name = '', of = ''] of text.matchAll(
      /(?:\b(?:it|test)|\))\(\s*(['"`])(((?:clause|rule) \d+): .*?)\1\s*,/g,
    )) {
      found.set(of, [...(found.get(of) ?? []), { file, name }])
    }
  }
  return found
}

function testFiles(): string[] {
  return readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => `test/${file.split(path.sep).join('/')}`)
    .sort()
}

/** The names of `path#export` that no file exports. */
export function missingRules(clause: Clause): string[] {
  return clause.rule.filter(rule => {
    const [file = '', name = ''] = rule.split('#')
    return !new RegExp(`^export (?:const|(?:async )?function|class|type|interface) ${name}\\b`, 'm').test(
      readText(file),
    )
  })
}

function readText(file: string): string {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8')
  } catch {
    return ''
  }
}

/** The text of docs/clauses.md: both acts clause by clause, with what executes each, its tests and its screens. */
export function clausesPage(): string {
  const tests = namedTests()
  const kinds = PROFILES.flatMap(({ id }) => clausesOf(id))
  const count = (how: ClauseHow) => kinds.filter(one => one.how === how).length
  return [
    '# Clauses',
    '',
    'Both acts clause by clause: what each demands in our own words, what of the program executes it, which tests prove it and',
    'on which screens a person meets it. What is only in part here says so; what is not here yet says so too. Made from',
    '`shared/regulation/clauses.ts` and the names of tests by `node tools/write-clauses.ts`; a test fails where it is stale, where a',
    'rule named is not there, or where a clause that is executed has no test of its name.',
    '',
    `Of ${kinds.length} clauses ${count('rule')} are executed, ${count('record')} recorded, ${count('later')} not yet, ${count('outside')} not the program\u2019s, ${count('excluded')} excluded.`,
    '',
    ...PROFILES.flatMap(({ id }) => tableOf(id, tests)),
  ].join('\n')
}

function tableOf(id: ProfileId, tests: ReturnType<typeof namedTests>): string[] {
  const source = profileOf(id).editions.at(-1)?.source ?? { kk: id, ru: id }
  return [
    `## ${id}`,
    '',
    `${source.kk}. ${source.ru}.`,
    '',
    `| | ${kk['language.long.kk']} | ${ru['language.long.ru']} | How | Rule | Test | Screen |`,
    '|---|---|---|---|---|---|---|',
    ...clausesOf(id).map(clause => rowOf(clause, tests.get(`${TEST_WORDS[id]} ${clause.clause}`) ?? [])),
    '',
  ]
}

function rowOf({ clause, says, how, rule, screen, rest }: Clause, tests: readonly NamedTest[]): string {
  const still = (language: 'kk' | 'ru') => (rest === null ? '' : ` _${rest[language]}_`)
  const files = [...new Set(tests.map(({ file }) => file))]
  const cells = [
    clause,
    `${says.kk}${still('kk')}`,
    `${says.ru}${still('ru')}`,
    rest === null ? HOW_WORDS[how] : `${HOW_WORDS[how]} in part`,
    rule.map(one => `\`${one}\``).join('<br>'),
    files
      .map(
        file =>
          `\`${file}\`: ${tests
            .filter(one => one.file === file)
            .map(one => one.name.slice(one.name.indexOf(':') + 2))
            .join('; ')}`,
      )
      .join('<br>'),
    screen.map(one => `${kk[`nav.${one}`]} / ${ru[`nav.${one}`]}`).join('<br>'),
  ]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

if (import.meta.main) writeFileSync(path.join(ROOT, 'docs/clauses.md'), clausesPage())
