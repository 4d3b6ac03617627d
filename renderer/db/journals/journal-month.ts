import type { View } from '#shared/change/project-view.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** The tag text of what stands in a journal in a month, `YYYY-MM`. */
export function journalMonth(journal: 'receptions' | 'control' | 'protocols' | 'refusals', month: string): string {
  return `journal:${journal}:${month}`
}

/** The tag texts of the journals an entity stands in that are found by months. */
export function journalsSearchedBy(view: View | null): string[] {
  const under = (journal: Parameters<typeof journalMonth>[0], day: PlainDate | null | undefined) =>
    day == null ? [] : [journalMonth(journal, day.slice(0, 7))]
  switch (view?.noun) {
    case 'protocol':
      return under('protocols', view.state.signed === null ? null : view.state.protocol?.on)
    case 'instruction':
      return under('control', view.state.given?.on)
    case 'application': {
      const { facts, registered } = view.state
      // Who was received at a desk is found by the visit.
      return registered === null ? under('receptions', facts?.received) : under('refusals', registered.refusal?.on)
    }
    default:
      return []
  }
}
