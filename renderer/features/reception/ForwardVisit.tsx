import { NativeSelect, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ForwardGround } from '#shared/visit/model.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActFoot } from './ActFoot.tsx'
import { receivingOf, shortestOf, standsFor } from './stands.ts'
import { useFocusWhen } from './use-focus-when.ts'
import type { ReceptionActs } from './use-reception-acts.ts'
import type { ReceptionDay } from './use-reception-day.ts'
import { useStandText } from './use-stand-text.ts'
import { FORWARD_WORDS } from './visit-words.ts'

interface Asked {
  readonly day: ReceptionDay
  readonly visit: VisitRow
  readonly acts: ReceptionActs
  readonly wanted: object | null
}

/** The visitor goes on to another line, keeping the arrival: to whom, by how long one waits there, and why. */
export function ForwardVisit({ day, visit, acts, wanted }: Asked) {
  const { t } = useWords()
  const textOf = useStandText(day)
  const [value, setValue] = useState('')
  const [ground, setGround] = useState<ForwardGround | null>(null)
  const [sent, setSent] = useState(false)
  const first = useFocusWhen<HTMLSelectElement>(wanted)
  const offered = standsFor(visit, day)
  const chosen = offered.find(one => one.value === value) ?? null
  const shortest = shortestOf(offered, receivingOf(day))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (chosen === null || ground === null) return
    const { officialId, helper } = chosen
    acts.forward(visit, { officialId, helper, ground })
  }
  return (
    <form className="by-hand" noValidate onSubmit={submit}>
      <NativeSelect
        ref={first}
        label={t('reception.forward.to')}
        description={
          shortest === null ? t('reception.forward.sentence') : t('reception.shortest', { line: textOf(shortest) })
        }
        data={[
          { value: '', label: t('reception.choose') },
          ...offered.map(one => ({ value: one.value, label: textOf(one) })),
        ]}
        value={chosen === null ? '' : value}
        error={sent && chosen === null ? t('reception.forward.missing') : undefined}
        onChange={event => setValue(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('reception.forward')}
        value={ground}
        error={sent && ground === null ? t('reception.ground_missing') : undefined}
        onChange={one => setGround(ForwardGround.nullable().catch(null).parse(one))}
      >
        <div className="result-choices">
          {ForwardGround.options.map(one => (
            <Radio key={one} value={one} label={t(FORWARD_WORDS[one])} />
          ))}
        </div>
      </Radio.Group>
      <ActFoot act="forward" acts={acts} />
    </form>
  )
}
