import { type ActChecks, countStates, type Period } from '#shared/compliance/model.ts'
import type { ComplianceData } from '#shared/ipc/documents.ts'
import type { Office } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import { clausesOf } from '#shared/regulation/clauses.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Words } from '../../i18n/use-words.ts'
import { PROFILE_WORDS } from '../settings/profile-words.ts'
import { aboutText, dutyText, noteText, STANDING_WORDS } from './record-words.ts'

interface Prepared {
  readonly office: Office
  readonly officials: readonly Official[]
  readonly preparedOn: PlainDate
  readonly preparedBy: string
}

/** The checks of an act in words, as they are given out: in the language of the screen, no visitor by name. */
export function complianceData(
  act: ActChecks,
  { from, to }: Period,
  { office, officials, preparedOn, preparedBy }: Prepared,
  words: Words,
): ComplianceData {
  const { t, pick, language } = words
  const { name, status, source } = PROFILE_WORDS[act.profile]
  const entries = new Map(clausesOf(act.profile).map(one => [one.clause, one]))
  return {
    language,
    office: pick(office.name),
    act: t(name),
    status: t(status),
    source: t(source),
    from,
    to,
    preparedOn,
    preparedBy,
    notJudged: act.notJudged,
    clauses: act.clauses.map(({ clause, standing, records }) => {
      const { says = null, rest = null } = entries.get(clause) ?? {}
      return {
        clause,
        says: says === null ? '' : pick(says),
        rest: rest === null ? '' : pick(rest),
        told: records.length === 0 ? t(STANDING_WORDS[standing]) : '',
        ...countStates(records),
      }
    }),
    records: act.clauses.flatMap(({ clause, records }) =>
      records.map(record => ({
        clause,
        state: record.state,
        what: dutyText(record, words),
        about: aboutText(record, officials, words),
        by: record.by,
        on: record.on,
        note: noteText(record, words),
      })),
    ),
  }
}
