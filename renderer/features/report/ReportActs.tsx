import type { Quarter } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useStore } from '../../db/use-query.ts'
import { DocumentButtons } from './DocumentButtons.tsx'
import { withDraft } from './report-draft.ts'

/** Writes the report as it stands now: a draft, with the words as they were typed last. */
export function ReportActs({ quarter }: { quarter: Quarter }) {
  const { start } = useDesk()
  const store = useStore()
  return (
    <DocumentButtons
      give={(use, watched) => withDraft(store, { start, quarter }, watched, use)}
      name={`report-${quarter}`}
    />
  )
}
