import { Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ParkGround } from '#shared/visit/model.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActFoot } from './ActFoot.tsx'
import { useFocusWhen } from './use-focus-when.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import { PARK_WORDS } from './visit-words.ts'

/** The visitor steps out and keeps the place: why is chosen. */
export function ParkVisit({ visit, acts, wanted }: { visit: VisitRow; acts: ReceptionActs; wanted: object | null }) {
  const { t } = useWords()
  const [ground, setGround] = useState<ParkGround | null>(null)
  const [sent, setSent] = useState(false)
  const first = useFocusWhen<HTMLInputElement>(wanted)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (ground !== null) acts.park(visit, ground)
  }
  return (
    <form className="by-hand" noValidate onSubmit={submit}>
      <Radio.Group
        label={t('reception.park')}
        description={t('reception.park.sentence')}
        value={ground}
        error={sent && ground === null ? t('reception.ground_missing') : undefined}
        onChange={chosen => setGround(ParkGround.nullable().catch(null).parse(chosen))}
      >
        <div className="result-choices">
          {ParkGround.options.map((one, index) => (
            <Radio key={one} ref={index === 0 ? first : null} value={one} label={t(PARK_WORDS[one])} />
          ))}
        </div>
      </Radio.Group>
      <ActFoot act="park" acts={acts} />
    </form>
  )
}
