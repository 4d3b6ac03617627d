import { maskIin } from '#shared/applicant/mask.ts'
import type { Language } from '#shared/application/model.ts'
import { numberText } from '#shared/application/number.ts'
import type { Directories, DirectoryId } from '#shared/directory/model.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import type { SubjectSheetData } from '#shared/subject/model.ts'
import type { SubjectState } from '#shared/subject/transitions.ts'
import { joined } from '#shared/text/isolated.ts'
import { officeDate } from '#shared/time/office-time.ts'
import { fromDayNumber, type PlainDate } from '#shared/time/plain-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { directoryName } from '../../components/directory-name.ts'
import type { ApplicationCard } from '../../db/query-types.ts'
import type { SubjectRecords } from '../../db/subject-query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { type SheetWords, sheetWords } from '../../print/sheet-words.ts'
import { statusText } from '../applications/status.ts'

type Part = SubjectSheetData['parts'][number]
type Line = Part['lines'][number]

/** What a sheet is made of. */
export interface SubjectSheetAsked {
  readonly language: Language
  readonly office: string
  readonly records: SubjectRecords
  readonly state: SubjectState | null
  readonly directories: Directories
  /** The name of a user of the office, or empty. */
  readonly userOf: (id: string) => string
  readonly preparedOn: PlainDate
  readonly preparedBy: string
}

interface Told extends SubjectSheetAsked {
  readonly words: SheetWords
  readonly entryOf: (directory: DirectoryId, code: string | null) => string
}

/**
 * The sheet of what is kept about a person. Texts of letters, protocols and instructions are left out: others stand in them.
 * So are whom the applicant acts for, members of a delegation, and answers to a survey. Executors are officials.
 */
export function subjectSheet(asked: SubjectSheetAsked): SubjectSheetData {
  const { language, office, records, state, directories, preparedOn, preparedBy } = asked
  const entryOf: Told['entryOf'] = (directory, code) => directoryName(directory, code, language, directories)
  const told: Told = { ...asked, words: sheetWords(language), entryOf }
  const newest = records.applications.findLast(({ personal }) => personal !== null)
  const person = newest?.personal ?? null
  return {
    ...{ language, office, preparedOn, preparedBy, blocked: state?.blocked ?? null },
    person: person === null ? '' : applicantName(person) || person.organisation,
    facts: newest === undefined ? [] : factsOf(newest, told),
    parts: partsOf(told).filter(({ lines }) => lines.length > 0),
  }
}

function factsOf({ personal, registered, facts }: ApplicationCard, { words: { t }, entryOf }: Told) {
  const own = registered?.personal ?? null
  const said: readonly (readonly [LocaleKey, string])[] = [
    ['subject.fact.iin', maskIin(personal?.iin ?? '')],
    ['subject.fact.phone', personal?.phone ?? ''],
    ['subject.fact.address', own?.address ?? ''],
    ['subject.fact.country', own?.country ?? ''],
    ['subject.fact.organisation', personal?.organisation ?? ''],
    ['subject.fact.bin', personal?.bin ?? ''],
    ['subject.fact.position', own?.position ?? ''],
    ['subject.fact.category', entryOf('category', personal?.category ?? null)],
    ['subject.fact.language', entryOf('language', facts?.language ?? null)],
  ]
  return said.filter(([, text]) => text !== '').map(([key, text]) => ({ label: t(key), text }))
}

function partsOf(told: Told): Part[] {
  const { t } = told.words
  return [
    { title: t('subject.part.applications'), lines: told.records.applications.map(one => applicationLine(one, told)) },
    { title: t('subject.part.visits'), lines: visitLines(told) },
    { title: t('subject.part.protocols'), lines: protocolLines(told) },
    { title: t('subject.part.instructions'), lines: instructionLines(told) },
    { title: t('subject.part.letters'), lines: letterLines(told) },
    { title: t('subject.part.demands'), lines: demandLines(told) },
    { title: t('subject.part.feedback'), lines: feedbackLines(told) },
    { title: t('subject.part.contacts'), lines: contactLines(told) },
    { title: t('subject.part.surveys'), lines: surveyLines(told) },
    { title: t('subject.part.files'), lines: fileLines(told) },
    { title: t('subject.part.requests'), lines: requestLines(told) },
    { title: t('subject.part.history'), lines: historyLines(told) },
  ]
}

function line(on: PlainDate | null, what: string, ...notes: readonly string[]): Line {
  return { on, what: what.slice(0, 5000), note: joined(notes, '; ').slice(0, 1000) }
}

function applicationLine({ status, facts, personal, registered, day }: ApplicationCard, told: Told): Line {
  const { words, entryOf } = told
  const number = registered === null ? (personal?.eotinish ?? '') : numberText(registered.number)
  const topic = entryOf('topic', facts?.topic ?? null)
  const head = number === '' ? topic : words.t('subject.line.application', { number, topic })
  const stands = facts === null ? '' : statusText({ status, facts }, words.t, entryOf)
  const on = day === null || day === 0 ? null : fromDayNumber(day)
  return line(on, joined([head, personal?.essence ?? ''], '\n'), stands, entryOf('channel', facts?.channel ?? null))
}

function visitLines({ records, words: { t }, entryOf }: Told): Line[] {
  return records.visits.flatMap(({ checkIn, checks, result }) => {
    if (checkIn === null) return []
    const shown = checks.flatMap(({ member, document }) => (member === null && document !== null ? [document] : []))
    const documents = [...new Set(shown)].map(one => entryOf('document', one)).join(', ')
    const what = documents === '' ? t('subject.line.came_only') : t('subject.line.came', { documents })
    return [line(checkIn.day, what, entryOf('result', result))]
  })
}

function protocolLines({ records, words: { t } }: Told): Line[] {
  return records.protocols.map(({ signed, begun, status }) => {
    if (signed === null)
      return line(dayOf(begun?.at), t('subject.line.protocol_draft'), t(`journals.protocol.${status}`))
    const what = t('subject.line.protocol', { number: protocolNumberText(signed.number) })
    return line(signed.on, what, t(`journals.protocol.${status}`))
  })
}

function instructionLines({ records, words: { t, date } }: Told): Line[] {
  return records.instructions.map(({ given, status, dueOn }) =>
    line(
      given?.on ?? null,
      t('subject.line.instruction'),
      t(`journals.instruction.${status}`),
      dueOn === null ? '' : t('subject.line.due', { date: date(dueOn) }),
    ),
  )
}

function letterLines({ records, words: { t } }: Told): Line[] {
  return records.letters.flatMap(({ letter, signed, begun, status }) => {
    if (letter === null || status === 'absent') return []
    const number = signed === null ? '' : `№ ${outgoingText(signed.number)}`
    return [line(signed?.on ?? dayOf(begun?.at), t(`letter.kind.${letter.kind}`), number, t(`letter.status.${status}`))]
  })
}

function demandLines({ records, words: { t, date } }: Told): Line[] {
  return records.demands.map(({ made, dueOn }) =>
    line(
      made?.on ?? null,
      t('subject.line.demand'),
      dueOn === null ? '' : t('subject.line.due', { date: date(dueOn) }),
    ),
  )
}

function feedbackLines({ records, words: { t } }: Told): Line[] {
  return records.feedback.flatMap(({ feedback, text }) => {
    if (feedback === null) return []
    const isFrom = feedback.direction === 'from_applicant'
    // What the person told us is their own; what was told to them was written by another.
    const said = isFrom ? (text ?? '') : ''
    const what = t(isFrom ? 'subject.line.feedback.from' : 'subject.line.feedback.to')
    return [line(feedback.on, joined([what, said], '\n'))]
  })
}

function contactLines({ records, entryOf }: Told): Line[] {
  return records.contacts.flatMap(({ contact, on }) =>
    contact === null ? [] : [line(on, entryOf('channel', contact.channel), entryOf('topic', contact.topic))],
  )
}

function surveyLines({ records, words: { t } }: Told): Line[] {
  return records.surveys.map(({ openedOn }) => line(openedOn, t('subject.line.survey')))
}

function fileLines({ records }: Told): Line[] {
  return records.applications.flatMap(({ registered }) =>
    (registered?.files ?? []).map(({ title, kind }) => line(null, title ?? '', kind.toUpperCase())),
  )
}

function requestLines({ state, words: { t, date } }: Told): Line[] {
  return (state?.requests ?? []).map(({ on, what, answer }) => {
    const how =
      answer === null ? '' : t('subject.answered', { how: t(`subject.how.${answer.how}`), date: date(answer.on) })
    return line(on, t(`subject.ask.${what}`), how)
  })
}

/** Who of the office did what with the person's applications. */
function historyLines({ records, words: { t }, userOf }: Told): Line[] {
  return records.applications.flatMap(({ history }) =>
    history.map(({ date: on, type, user }) => line(on, t(`action.${type}` as LocaleKey), userOf(user))),
  )
}

function dayOf(instant: string | undefined): PlainDate | null {
  return instant === undefined ? null : officeDate(Date.parse(instant))
}
