import { z } from 'zod'
import { FACETS } from '#shared/report/counts.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'
import { quarterOf } from '../../today/quarters.ts'
import type { Narrowed } from '../narrowing.ts'

/** What a view keeps of an address: codes, dates and marks. Never the text that was typed, which may name a person. */
const KEPT = ['quarter', 'undated', 'registered', 'marked', 'batch', 'status', 'waiting', 'sort', ...FACETS] as const

/** No word of a person fits into such a value. */
const CODES = /^[A-Za-z0-9_~:,.-]{1,2000}$/

/** Own views at most, and letters of a name. */
export const MOST_VIEWS = 20
export const NAME_LENGTH = 40

/** A view a person has saved under a name. */
export const SavedView = z.strictObject({
  name: z.string().trim().min(1).max(NAME_LENGTH),
  narrowed: z.record(z.string(), z.string().regex(CODES)),
})
export type SavedView = z.infer<typeof SavedView>

const SavedViews = z.strictObject({ version: z.literal(1), views: z.array(SavedView).max(MOST_VIEWS) })

/** The views of a kept text, or none where it is no such text: a view is made anew in a moment. */
export function readViews(text: string | null): readonly SavedView[] {
  if (text === null) return []
  try {
    const read = SavedViews.safeParse(JSON.parse(text))
    return read.success ? read.data.views : []
  } catch {
    return []
  }
}

/** The text that keeps views. */
export function writeViews(views: readonly SavedView[]): string {
  return JSON.stringify({ version: 1, views: [...views] } satisfies z.input<typeof SavedViews>)
}

/** What of an address a view keeps. */
export function keptOf(narrowed: Narrowed): Narrowed {
  return Object.fromEntries(
    KEPT.flatMap(key => {
      const value = narrowed[key]
      return value !== undefined && CODES.test(value) ? [[key, value]] : []
    }),
  )
}

/** Whether an address shows a view. The order of the list is the eye's, not the view's: it may differ. */
export function isView(narrowed: Narrowed, view: Narrowed): boolean {
  const textOf = (one: Narrowed) => {
    const { sort: _, ...kept } = keptOf(one)
    return JSON.stringify(Object.entries(kept).sort())
  }
  return textOf(narrowed) === textOf(view)
}

/** The views with one more; one of the same name is replaced. */
export function withView(views: readonly SavedView[], name: string, narrowed: Narrowed): readonly SavedView[] {
  return [...withoutView(views, name), SavedView.parse({ name, narrowed: keptOf(narrowed) })]
}

/** The views with one named otherwise, in its place. */
export function renamedView(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  const name = to.trim()
  return views
    .filter(view => view.name !== name || name === from)
    .map(view => (view.name === from ? { ...view, name } : view))
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter(view => view.name !== name.trim())
}

/** The views every office has: what a day asks for. */
export function officeViews(today: PlainDate): readonly { readonly label: LocaleKey; readonly narrowed: Narrowed }[] {
  return [
    { label: 'views.registered_today', narrowed: { registered: 'today' } },
    { label: 'views.no_eotinish', narrowed: { waiting: 'no_eotinish' } },
    { label: 'views.no_talon', narrowed: { waiting: 'no_talon' } },
    { label: 'views.booked_today', narrowed: { waiting: 'booked_today' } },
    { label: 'views.this_quarter', narrowed: { quarter: quarterOf(today) } },
  ]
}
