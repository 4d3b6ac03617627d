import type { ProfileId } from '../office/model.ts'
import { assertNever } from '../result/result.ts'

/** Keys of the name of the schedule. */
export type TitleKey = 'schedule.sheet.title' | 'schedule.sheet.title_rules'

/** What the schedule is called: the Kazakh text of the rules of 2026 has another word than that of the regulation. */
export function titleKey(profile: ProfileId): TitleKey {
  switch (profile) {
    case 'WKO-2020/2023':
      return 'schedule.sheet.title'
    case 'KZ-2026':
      return 'schedule.sheet.title_rules'
    default:
      return assertNever(profile)
  }
}
