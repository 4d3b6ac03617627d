import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { PlainMonth } from '#shared/time/plain-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** A part of the planner over a month. */
export interface PartShown {
  readonly month: PlainMonth
}

interface Part {
  readonly id: string
  readonly word: LocaleKey
  readonly Shown: LazyExoticComponent<ComponentType<PartShown>>
}

const MonthPart = lazy(() => import('./MonthPart.tsx').then(file => ({ default: file.MonthPart })))
const QuarterPart = lazy(() => import('./QuarterPart.tsx').then(file => ({ default: file.QuarterPart })))
const PostingTab = lazy(() => import('./PostingTab.tsx').then(file => ({ default: file.PostingTab })))
const PeoplePart = lazy(() => import('../plan/people/PeoplePart.tsx').then(file => ({ default: file.PeoplePart })))
const PreparationPart = lazy(() =>
  import('../plan/preparation/PreparationPart.tsx').then(file => ({ default: file.PreparationPart })),
)
const AbsencesPart = lazy(() =>
  import('../plan/absences/AbsencesPart.tsx').then(file => ({ default: file.AbsencesPart })),
)
const WhatIfPart = lazy(() => import('../plan/what-if/WhatIfPart.tsx').then(file => ({ default: file.WhatIfPart })))

/** The parts of the planner, in the order of their tabs. */
export const PARTS: readonly [Part, ...Part[]] = [
  { id: 'month', word: 'schedule.part.month', Shown: MonthPart },
  { id: 'quarter', word: 'schedule.part.quarter', Shown: QuarterPart },
  { id: 'people', word: 'schedule.part.people', Shown: PeoplePart },
  { id: 'preparation', word: 'schedule.part.preparation', Shown: PreparationPart },
  { id: 'absences', word: 'schedule.part.absences', Shown: AbsencesPart },
  { id: 'what_if', word: 'schedule.part.what_if', Shown: WhatIfPart },
  { id: 'posting', word: 'schedule.part.posting', Shown: PostingTab },
]
