import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LOCALE_FAMILIES, SAME_IN_BOTH } from './locale-families.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const FOLDERS = ['shared', 'electron', 'renderer', 'tools']

/** Words of the product as they are checked: the texts by key in both languages and their contexts. */
export interface Locales {
  readonly kk: Readonly<Record<string, string>>
  readonly ru: Readonly<Record<string, string>>
  readonly context: Readonly<Record<string, string>>
}

/** What the sources ask of the words. */
export interface Asked {
  /** Every string literal that could be a key. */
  readonly literals: ReadonlySet<string>
  /** Codes of expected errors met in the sources. */
  readonly errorCodes: ReadonlySet<string>
  /** What stands before `${` in a template that looks like a key. */
  readonly prefixes: ReadonlySet<string>
}

/** Everything that is wrong with the words, one line each; empty when they are whole. */
export function faultsOf(locales: Locales, asked: Asked): string[] {
  return [...faultsOfSets(locales), ...faultsOfTexts(locales), ...faultsOfUse(locales, asked)].sort()
}

/** The words of the product. */
export function readLocales(): Locales {
  const read = (name: string) => JSON.parse(readFileSync(path.join(ROOT, `locales/${name}.json`), 'utf8'))
  return { kk: read('kk'), ru: read('ru'), context: read('context') }
}

function faultsOfSets({ kk, ru, context }: Locales): string[] {
  const all = new Set([...Object.keys(kk), ...Object.keys(ru), ...Object.keys(context)])
  const files = { kk, ru, context }
  return [...all].flatMap(key =>
    Object.entries(files)
      .filter(([, texts]) => (texts[key] ?? '').trim() === '')
      .map(([name]) => `${key}: missing or empty in ${name}.json`),
  )
}

function faultsOfTexts({ kk, ru }: Locales): string[] {
  return Object.keys(kk).flatMap(key => {
    const texts = { kk: kk[key] ?? '', ru: ru[key] ?? '' }
    const faults: string[] = []
    if (parametersOf(texts.kk) !== parametersOf(texts.ru)) faults.push(`${key}: other parameters in kk than in ru`)
    if (
      texts.kk === texts.ru &&
      !SAME_IN_BOTH.some(pattern => pattern.test(key)) &&
      /\p{Script=Cyrillic}/u.test(texts.kk)
    ) {
      faults.push(`${key}: the same in both languages`)
    }
    for (const [language, text] of Object.entries(texts)) {
      if (!key.startsWith('date.pattern.') && /(?<!\{)\{\w+\}(?!\})/.test(text)) {
        faults.push(`${key}: a parameter in one brace is shown as it stands (${language})`)
      }
      if (hasMixedWord(text)) faults.push(`${key}: Latin and Cyrillic letters in one word (${language})`)
    }
    if (KAZAKH_LETTER.test(texts.ru.replace(PROPER_NAMES, ''))) faults.push(`${key}: Kazakh letters in ru`)
    return faults
  })
}

function faultsOfUse({ kk }: Locales, asked: Asked): string[] {
  const keys = new Set(Object.keys(kk))
  const family = (key: string) => LOCALE_FAMILIES.find(one => key.startsWith(one.prefix))
  const unused = [...keys]
    .filter(key => !asked.literals.has(key) && family(key) === undefined)
    .map(key => `${key}: used nowhere`)
  const members = LOCALE_FAMILIES.flatMap(({ prefix, members: wanted }) => {
    if (wanted === null) return []
    const own = [...keys].filter(key => key.startsWith(prefix))
    return [
      ...wanted.filter(code => !keys.has(prefix + code)).map(code => `${prefix}${code}: missing`),
      ...own.filter(key => !wanted.includes(key.slice(prefix.length))).map(key => `${key}: no such code`),
    ]
  })
  const errors = [...asked.errorCodes].filter(code => !keys.has(`error.${code}`)).map(code => `error.${code}: missing`)
  const built = [...asked.prefixes]
    .filter(
      prefix =>
        [...keys].some(key => key.startsWith(prefix)) && !LOCALE_FAMILIES.some(one => one.prefix.startsWith(prefix)),
    )
    .map(prefix => `${prefix}: keys are built of codes without a family`)
  return [...unused, ...members, ...errors, ...built]
}

/** The letters Russian does not have: alphabets stand in code as numbers. */
const KAZAKH_LETTER =
  /[\u04D8\u04D9\u0492\u0493\u049A\u049B\u04A2\u04A3\u04E8\u04E9\u04B0\u04B1\u04AE\u04AF\u04BA\u04BB\u0406\u0456]/
/** Names Russian keeps as they are: in quotation marks, the program's and the language's own. */
const PROPER_NAMES =
  /[\u00AB"][^\u00BB"]+[\u00BB"]|\u049A\u0430\u0431\u044B\u043B\u0434\u0430\u0443|\u049A\u0430\u0437\u0430\u049B\u0448\u0430|\u049A\u0410\u0417/g

function parametersOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\{?(\w+)\}?\}/g)].map(match => match[1]))].sort().join(' ')
}

/** A look-alike of another alphabet inside a word: found by no search, sorted wrongly, read aloud wrongly. */
function hasMixedWord(text: string): boolean {
  return text
    .replace(/\{\{\w+\}\}/g, ' ')
    .split(/[^\p{L}]+/u)
    .some(word => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word))
}

/** What the sources of the product ask of the words. */
export function readAsked(): Asked {
  const literals = new Set<string>()
  const errorCodes = new Set<string>()
  const prefixes = new Set<string>()
  for (const file of FOLDERS.flatMap(sourcesIn)) {
    if (file.includes('locale-families')) continue
    const text = readFileSync(file, 'utf8')
    for (const [, literal] of text.matchAll(/['"`]([a-zA-Z_]+(?:\.[\w/-]+)+)['"`]/g)) literals.add(literal ?? '')
    for (const [, prefix] of text.replace(/Extract<LocaleKey,[^>]*>/g, '').matchAll(/`([a-z_]+(?:\.[\w]+)*\.)\$\{/g))
      prefixes.add(prefix ?? '')
    // Failures of reading a name, a number or a telephone become marks of a row; they are no answer to a person.
    if (/[\\/]shared[\\/]applicant[\\/]/.test(file)) continue
    for (const [, code] of text.matchAll(/(?:\bfail|ExpectedError)\(\s*'([a-z][a-z0-9_.]+)'/g))
      errorCodes.add(code ?? '')
  }
  return { literals, errorCodes, prefixes }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('node_modules'))
    .map(file => path.join(ROOT, folder, file))
}
