import type { Action, Cursor, Intent } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import type { WithdrawGround } from '#shared/change/report-types.ts'
import type { ParsedArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { reportEntity } from '#shared/report/addressees.ts'
import { narrativeFaults } from '#shared/report/parity.ts'
import { reportDocument, type SayBoth } from '#shared/report/report-paper.ts'
import { foldReport, nextVersion } from '#shared/report/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { rangeOfQuarter } from '#shared/time/plain-date.ts'
import { translator } from '../i18n.ts'
import type { DeskServices } from '../ipc/services.ts'
import type { Actor } from './act.ts'
import { actionsOf, DATES } from './letters.ts'
import { findOffice, findUser, type OpenDesk } from './open-desk.ts'
import { demanded } from './registrations.ts'

/** Words of locales/ in both languages. */
export const sayBoth: SayBoth = key => ({ kk: translator('kk')(key), ru: translator('ru')(key) })

/** The quarterly report as a document: what of it main numbers and puts into words. */
export function reportServices({
  desk,
  actor,
  moved,
}: {
  readonly desk: () => OpenDesk
  readonly actor: () => Actor
  readonly moved: () => void
}): Pick<DeskServices, 'report.freeze'> {
  return {
    async 'report.freeze'(asked) {
      const answer = await freezeReport(desk(), asked, actor())
      moved()
      return answer
    },
  }
}

/**
 * Freezes the next version of the report of a quarter, or answers what the same press has frozen. Throws `report.not_ended`,
 * `report.no_words`, `report.words_differ` (count), `report.not_read`, `change.*`.
 */
export async function freezeReport(
  { gate, journal, ...rest }: OpenDesk,
  asked: ParsedArgsOf<'report.freeze'>,
  actor: Actor,
): Promise<ResultOf<'report.freeze'>> {
  const { quarter, basedOn, request, report, narrative, asOf } = asked
  const desk: OpenDesk = { gate, journal, ...rest }
  const entity = reportEntity(quarter)
  const action = await gate.inTurn(async actNow => {
    const actions = await actionsOf(journal, entity)
    const before = actions.find(one => one.type === 'report.frozen' && bodyOf('report.frozen', one).request === request)
    if (before) return before
    demandFreezable(asked, actor, journal.head().cursor)
    const office = await findOffice(desk)
    if (office === null) throw new ExpectedError('desk.not_ready')
    const version = Math.max(nextVersion(foldReport(actions)), ...actions.flatMap(givenVersion).map(given => given + 1))
    const preparedBy = (await findUser(desk))?.name ?? ''
    const makings = { narrative, version, preparedOn: actor.date, preparedBy, office }
    const document = reportDocument(report, makings, sayBoth)
    const profile = profileOn(office, rangeOfQuarter(quarter).to)
    const intent: Intent = {
      entity,
      type: 'report.frozen',
      basedOn,
      body: { request, version, profile, asOf, document },
    }
    return demanded((await actNow([{ intent }], actor))[0])
  })
  return { action, version: bodyOf('report.frozen', action).version }
}

/** A version that stands is withdrawn, each once. Throws `report.no_version`. */
export async function demandWithdrawal(
  { journal }: OpenDesk,
  { entity }: Pick<Action, 'entity'>,
  { version }: { readonly version: number; readonly ground: WithdrawGround },
): Promise<void> {
  const { versions } = foldReport(await actionsOf(journal, entity))
  const found = versions.find(one => one.version === version)
  if (found === undefined || found.withdrawn !== null) throw new ExpectedError('report.no_version')
}

function demandFreezable(
  { quarter, report, narrative, asOf }: ParsedArgsOf<'report.freeze'>,
  { date }: Actor,
  head: Cursor,
): void {
  if (report.quarter !== quarter) throw new ExpectedError('change.body', { type: 'report.frozen', path: 'report' })
  if (date <= rangeOfQuarter(quarter).to) throw new ExpectedError('report.not_ended')
  if (narrative.every(({ kk, ru }) => kk.trim() === '' && ru.trim() === '')) throw new ExpectedError('report.no_words')
  const count = narrativeFaults(narrative, DATES).length
  if (count > 0) throw new ExpectedError('report.words_differ', { count })
  const isAhead = Object.entries(asOf).some(([chain, read]) => read > ((head as Record<string, number>)[chain] ?? 0))
  if (isAhead) throw new ExpectedError('report.not_read')
}

/** The number of a version that was frozen, set aside since or not: it is not given again. */
function givenVersion(action: Action): number[] {
  return action.type === 'report.frozen' ? [bodyOf('report.frozen', action).version] : []
}
