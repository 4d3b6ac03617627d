import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Coverage } from '#shared/reception/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import type { LocaleKey } from '../../../i18n/keys.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Heads } from '../use-plan.ts'
import { usePreparations } from '../use-preparations.ts'
import { CoverageDialog } from './CoverageDialog.tsx'
import { STAGE_WORDS } from './coverage-words.ts'

const TONES = { planned: 'amber', held: 'green', dropped: 'plain' } as const

interface Shown {
  readonly heads: Heads
  readonly reception: Reception
  readonly onDone: (key: LocaleKey) => void
}

/** How the mass media cover a reception (clause 24), before it and after. */
export function CoveragePart({ heads, reception, onDone }: Shown) {
  const { t, dates } = useWords()
  const [asked, setAsked] = useState<{ readonly before: Coverage | null } | null>(null)
  const [ids] = useState(() => [reception.id])
  const all = usePreparations(ids)?.of(reception.id).coverage ?? []
  return (
    <section className="part">
      <h3>{t('coverage.title')}</h3>
      <ul className="plan-lines">
        {all.map(one => (
          <li key={one.id}>
            <span className="grow">
              {one.media} <span className="mute">{one.link}</span>
            </span>
            <span className="mute">{screenDate(one.on, dates)}</span>
            <Badge tone={TONES[one.stage]}>{t(STAGE_WORDS[one.stage])}</Badge>
            <Button
              variant="default"
              aria-label={`${t('coverage.change')}: ${one.media}`}
              onClick={() => setAsked({ before: one })}
            >
              {t('coverage.change')}
            </Button>
          </li>
        ))}
      </ul>
      {all.length === 0 ? <p className="mute">{t('coverage.none')}</p> : null}
      <Button variant="default" onClick={() => setAsked({ before: null })}>
        {t('coverage.add')}
      </Button>
      {asked === null ? null : (
        <CoverageDialog
          heads={heads}
          reception={reception}
          before={asked.before}
          onDone={() => {
            setAsked(null)
            onDone('coverage.done')
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}
