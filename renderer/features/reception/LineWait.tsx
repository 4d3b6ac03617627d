import type { WaitLight } from '#shared/visit/expected-wait.ts'
import type { StandingWait } from '#shared/visit/line-waits.ts'
import { Badge } from '../../components/Badge.tsx'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

const LIGHTS = {
  green: 'reception.light.green',
  amber: 'reception.light.amber',
  red: 'reception.light.red',
} as const satisfies Record<WaitLight, LocaleKey>

/** An expected wait as a range, with its light against the promise in sign, colour and words, and what it rests on. */
export function LineWait({ wait: { range, light, learntOf }, promise }: { wait: StandingWait; promise: number }) {
  const { t } = useWords()
  const { from, to } = range
  const against = t(LIGHTS[light], { promise })
  const rests = learntOf > 0 ? t('reception.learnt', { count: learntOf }) : t('reception.by_slot')
  return (
    <span className="line-wait" title={`${against}. ${rests}`}>
      <Badge tone={light}>
        {to === 0
          ? t('reception.expected_none')
          : t(from === 0 ? 'reception.expected_below' : 'reception.expected', { from, to })}
      </Badge>
      <span className="unseen">{against}</span>
    </span>
  )
}
