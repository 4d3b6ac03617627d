import { baseName } from '../applicant/person-name.ts'
import type { RowProblem } from '../application/model.ts'
import { type Bilingual, Email, Official, OfficialCategory, ReceptionRule } from '../official/model.ts'
import { clean } from '../text/clean.ts'
import { foldWords } from '../text/fold.ts'
import { PlainTime } from '../time/plain-date.ts'
import { CATEGORY_WORDS, type OfficialField, RULE_WORDS } from './headers-officials.ts'
import { type ProblemCode, problem } from './problems.ts'
import { type Cell, textOfCell } from './table.ts'

/** What a file tells of an official; the rest has its defaults. */
const OfficialFacts = Official.omit({ id: true })

/** A row of a list of officials after reading; the id is given by who stores it. */
export interface OfficialRow {
  readonly official: Omit<Official, 'id'>
  /** The fields the file has a column for and what stands there was understood: of the others it says nothing. */
  readonly carried: ReadonlySet<OfficialField>
  readonly sheetRow: number
  readonly problems: RowProblem[]
}

/** Reads one row of officials. Never throws: what is not understood is marked and left empty (category: staff). */
export function readOfficialRow(
  cells: readonly Cell[],
  sheetRow: number,
  indexes: ReadonlyMap<OfficialField, number>,
): OfficialRow {
  const problems: RowProblem[] = []
  const mark = (field: OfficialField, code: ProblemCode): void => void problems.push(problem(field, code))
  const cell = (field: OfficialField): Cell => cells[indexes.get(field) ?? -1] ?? null
  const text = (field: OfficialField): string => clean(textOfCell(cell(field))).slice(0, 400)
  const pair = (kk: OfficialField, ru: OfficialField): Bilingual => ({ kk: text(kk), ru: text(ru) })
  const name = {
    surname: namePair(pair('surname_kk', 'surname_ru')),
    given: namePair(pair('given_kk', 'given_ru')),
    patronymic: namePair(pair('patronymic_kk', 'patronymic_ru')),
  }
  if (name.surname.kk === '' && name.surname.ru === '') mark('surname_kk', 'name_missing')
  else if (text('surname_kk') === '' || text('surname_ru') === '') mark('surname_kk', 'name_one_language')
  const category = findCategory(text('category'))
  if (category === null) mark('category', 'official_category_unknown')
  const rule = findRule(text('reception_rule'))
  if (rule === null && text('reception_rule') !== '') mark('reception_rule', 'rule_unknown')
  const [from, to] = [findTime(cell('from')), findTime(cell('to'))]
  if (from === null && text('from') !== '') mark('from', 'hours_unreadable')
  if (to === null && text('to') !== '') mark('to', 'hours_unreadable')
  const email = Email.safeParse(text('email'))
  if (!email.success && text('email') !== '') mark('email', 'email_unreadable')
  return {
    official: OfficialFacts.parse({
      category: category ?? 'authorized_staff',
      name,
      position: pair('position_kk', 'position_ru'),
      unit: pair('unit_kk', 'unit_ru'),
      room: text('room').slice(0, 40),
      rule,
      from,
      to,
      phone: text('phone').slice(0, 40),
      email: email.success ? email.data : '',
    }),
    carried: new Set([...indexes.keys()].filter(one => !problems.some(({ field }) => field === one))),
    sheetRow,
    problems,
  }
}

/** A name in both languages; where one is missing the other stands in, and the row is marked. */
function namePair(pair: Bilingual): Bilingual {
  const [kk, ru] = [baseName(pair.kk), baseName(pair.ru)]
  return { kk: kk === '' ? ru : kk, ru: ru === '' ? kk : ru }
}

function findCategory(text: string): OfficialCategory | null {
  const code = OfficialCategory.safeParse(text.trim().toLowerCase())
  if (code.success) return code.data
  const folded = foldWords(text)
  return OfficialCategory.options.find(one => CATEGORY_WORDS[one].some(word => foldWords(word) === folded)) ?? null
}

/** A rule by its code (`first_wednesday`) or written out in either language. */
function findRule(text: string): ReceptionRule | null {
  const code = ReceptionRule.safeParse(text.trim().toLowerCase())
  if (code.success) return code.data
  const folded = foldWords(text)
  const said = (part: string): boolean =>
    (RULE_WORDS[part] ?? []).some(word => ` ${folded}`.includes(` ${foldWords(word)}`))
  if (said('daily')) return ReceptionRule.parse('daily')
  const day = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].filter(said)
  const week = ['first', 'second', 'third', 'fourth', 'last', 'every'].filter(said)
  if (day.length !== 1 || week.length > 1) return null
  const rule = ReceptionRule.safeParse(`${week[0] ?? 'every'}_${day[0]}`)
  return rule.success ? rule.data : null
}

function findTime(cell: Cell): PlainTime | null {
  const text = typeof cell === 'number' && cell > 0 && cell < 1 ? textOfCell({ serial: cell }) : clean(textOfCell(cell))
  const match = /^(\d{1,2})[:.\-\s](\d{2})(:\d{2})?$/.exec(text)
  if (!match) return null
  const time = PlainTime.safeParse(`${match[1]?.padStart(2, '0')}:${match[2]}`)
  return time.success ? time.data : null
}
