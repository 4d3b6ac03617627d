import { IconAlertTriangle, IconCircleCheck, IconClockExclamation } from '@tabler/icons-react'
import type { Language } from '#shared/application/model.ts'
import type { HallBoard } from '#shared/hall/model.ts'
import type { LocaleKey } from '../i18n/keys.ts'
import { BothWords } from './BothWords.tsx'
import { hallTexts } from './texts.ts'

const LIGHTS = {
  green: { icon: IconCircleCheck, words: 'hall.light.green' },
  amber: { icon: IconClockExclamation, words: 'hall.light.amber' },
  red: { icon: IconAlertTriangle, words: 'hall.light.red' },
} as const satisfies Record<HallBoard['wait']['light'], { icon: typeof IconCircleCheck; words: LocaleKey }>

/** How many wait, how long one who comes now is to wait, and whether that is within the promise: by sign, colour and words. */
export function LineFoot({ board, languages }: { board: HallBoard; languages: readonly Language[] }) {
  const { from, to, light, promise } = board.wait
  const { icon: Icon, words } = LIGHTS[light]
  const range =
    to === 0 ? hallTexts('hall.wait_none') : hallTexts(from === 0 ? 'hall.wait_below' : 'hall.wait', { from, to })
  return (
    <footer className="hall-foot">
      <p>
        <BothWords text={hallTexts('hall.waiting', { count: board.waiting })} languages={languages} />
      </p>
      <p>
        <BothWords text={range} languages={languages} />
      </p>
      <p className={`hall-light ${light}`}>
        <Icon aria-hidden="true" stroke={2.2} />
        <span>
          <BothWords text={hallTexts(words, { promise })} languages={languages} />
        </span>
      </p>
    </footer>
  )
}
