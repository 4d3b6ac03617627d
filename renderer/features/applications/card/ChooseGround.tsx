import { Radio } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '../../../components/Confirm.tsx'
import type { Call } from '../../../components/use-call.ts'

interface Asked<T extends string> {
  readonly title: string
  readonly sentence: string
  readonly question: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly call: Call
  readonly onGround: (ground: T) => void
  readonly onClose: () => void
}

/** An act that needs its ground: nothing is chosen beforehand, so that the ground is a decision and not a habit. */
export function ChooseGround<T extends string>(asked: Asked<T>) {
  const { title, sentence, question, options, call, onGround, onClose } = asked
  const [chosen, setChosen] = useState<T | null>(null)
  return (
    <Confirm
      title={title}
      act={title}
      call={call}
      allowed={chosen !== null}
      onAct={() => chosen !== null && onGround(chosen)}
      onClose={onClose}
    >
      <p className="sentence">{sentence}</p>
      <Radio.Group
        label={question}
        value={chosen}
        onChange={value => setChosen(options.find(one => one.value === value)?.value ?? null)}
      >
        <div className="card-body">
          {options.map((one, index) => (
            <Radio
              key={one.value}
              value={one.value}
              label={one.label}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </div>
      </Radio.Group>
    </Confirm>
  )
}
