import i18next from 'i18next'
import { officeDirectories } from '#shared/directory/seed.ts'
import type { StartState } from '#shared/ipc/contract.ts'
import { draftDocument, type Words } from '#shared/report/draft.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import type { QuarterlyReport } from '#shared/report/quarterly-model.ts'
import { Narrative, type ReportDocument } from '#shared/report/report-paper.ts'
import { ExpectedError, ok, type Result } from '#shared/result/result.ts'
import type { Quarter } from '#shared/time/plain-date.ts'
import { settled } from '../../app/desk.ts'
import type { StoreClient } from '../../db/client.ts'
import { findQuarterlyData } from './quarterly-data.ts'
import { countTerms } from './terms-count.ts'
import type { Watched } from './use-watched.ts'

/** The name the words of a report are kept under while they are edited. */
export function draftNameOf(quarter: Quarter): string {
  return ['report', quarter.toLowerCase()].join('.')
}

/** The words of a report as they were typed last; null where nothing was. */
export async function typedNarrative(quarter: Quarter): Promise<Narrative | null> {
  const answer = await settled(window.desk.draftLoad({ name: draftNameOf(quarter) }))
  if (!answer.ok || answer.value.value === null) return null
  try {
    return Narrative.safeParse(JSON.parse(answer.value.value)).data ?? null
  } catch {
    return null
  }
}

/** Of which quarter, and by whom. */
export interface Drafting {
  readonly start: StartState
  readonly quarter: Quarter
}

/** The report of a quarter as it stands now: its figures, and the document they propose. */
export interface Drafted {
  readonly report: QuarterlyReport
  readonly document: ReportDocument
}

/** Counts the report anew and proposes its words; null where it was stopped. Throws ExpectedError `desk.not_ready`. */
export async function draftReport(
  store: StoreClient,
  { start, quarter }: Drafting,
  watched: Watched,
): Promise<Drafted | null> {
  const found = await findQuarterlyData(store, quarter, start.today)
  const terms = await countTerms(store, { quarter, today: start.today, compared: found.previous !== null }, watched)
  if (terms === null) return null
  const data = { ...found, terms }
  const report = quarterlyReport(data, officeDirectories(data.entries))
  const { office, preparedOn } = data
  return {
    report,
    document: draftDocument(report, { office, preparedOn, preparedBy: start.user?.name ?? '' }, bothWords()),
  }
}

/** The draft with the words as they were typed, for paper and files; null where it was stopped. An expected error of the store is an answer like main's. */
export async function withDraft<T>(
  store: StoreClient,
  drafting: Drafting,
  watched: Watched,
  use: (document: ReportDocument) => Promise<Result<T>>,
): Promise<Result<T | null>> {
  try {
    const [drafted, typed] = await Promise.all([
      draftReport(store, drafting, watched),
      typedNarrative(drafting.quarter),
    ])
    if (drafted === null) return ok(null)
    const { document } = drafted
    return await use(typed === null ? document : { ...document, narrative: typed })
  } catch (error) {
    if (error instanceof ExpectedError) return { ok: false, error: error.detail }
    throw error
  }
}

/** Words of locales/ in both languages, whatever the screen speaks. */
export function bothWords(): Readonly<Record<'kk' | 'ru', Words>> {
  const wordsIn = (language: 'kk' | 'ru'): Words => {
    const translate = i18next.getFixedT(language)
    return (key, params = {}) => String(translate(key, params))
  }
  return { kk: wordsIn('kk'), ru: wordsIn('ru') }
}
