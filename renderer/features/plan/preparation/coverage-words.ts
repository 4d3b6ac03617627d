import type { Coverage } from '#shared/reception/model.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'

/** How far a coverage in the mass media is (clause 24). */
export const STAGE_WORDS: Record<Coverage['stage'], LocaleKey> = {
  planned: 'coverage.stage.planned',
  held: 'coverage.stage.held',
  dropped: 'coverage.stage.dropped',
}
