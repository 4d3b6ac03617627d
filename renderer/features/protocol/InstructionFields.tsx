import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { vagueWordsIn } from '#shared/instruction/rules.ts'
import { isolated } from '#shared/text/isolated.ts'
import { DateField } from '../../components/DateField.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useWords } from '../../i18n/use-words.ts'
import { BarLines } from './BarLines.tsx'
import { executorIn, type InstructionTyped } from './composed.ts'
import { ExecutorField } from './ExecutorField.tsx'
import { NOBODY } from './executor-form.ts'
import { FaultLines } from './FaultLines.tsx'
import { PhraseArea } from './PhraseArea.tsx'
import type { Fields } from './ProtocolFields.tsx'

/** The instructions of a protocol: each of who, what, and by which day (clause 23). */
export function InstructionFields(fields: Fields) {
  const { t } = useWords()
  const { composed, faults, onChange } = fields
  const { instructions } = composed
  const set = (next: Fields['composed']['instructions']) => onChange({ instructions: next })
  return (
    <div className="letter-part">
      {instructions.map((one, at) => (
        <Instruction
          key={one.key}
          {...fields}
          one={one}
          number={at + 1}
          onOne={next => set(instructions.map(other => (other.key === one.key ? next : other)))}
          onRemove={() => set(instructions.filter(({ key }) => key !== one.key))}
        />
      ))}
      <FaultLines faults={faults} codes={['no_instruction']} />
      <div>
        <Button
          variant="default"
          disabled={instructions.length >= 30}
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => set([...instructions, { ...NOBODY, key: newRequestId(), dueOn: null, action: '' }])}
        >
          {t('protocol.instruction.add')}
        </Button>
      </div>
    </div>
  )
}

interface OneShown extends Fields {
  readonly one: InstructionTyped
  readonly number: number
  readonly onOne: (next: InstructionTyped) => void
  readonly onRemove: () => void
}

function Instruction({ one, number, composed, faults, bars, officials, topic, onOne, onRemove }: OneShown) {
  const { t } = useWords()
  const { language, on } = composed
  const [vague, setVague] = useState<string | null>(null)
  const executor = executorIn(one)
  const error = (code: string) => faults.all.some(fault => fault.key === one.key && fault.code === code)
  return (
    <fieldset className="instruction">
      <legend>
        {t('protocol.instruction', { number })}
        <Button
          variant="subtle"
          size="compact-md"
          className="tall-button"
          aria-label={`${t('protocol.instruction.remove')}: ${number}`}
          onClick={onRemove}
        >
          <IconTrash size={15} aria-hidden="true" />
        </Button>
      </legend>
      <div className="form-grid">
        <ExecutorField
          value={executor}
          language={language}
          officials={officials}
          error={error('executor_missing') ? t('protocol.fault.executor_missing') : null}
          onChange={next => onOne({ ...one, ...next })}
        />
        <div>
          <DateField
            label={t('protocol.due')}
            value={one.dueOn}
            {...(on === '' ? {} : { minDate: on })}
            error={
              vague !== null
                ? t('protocol.fault.vague_date', { said: isolated(vague) })
                : error('due_missing')
                  ? t('protocol.fault.due_missing')
                  : null
            }
            onInput={event => setVague(vagueWordsIn((event.target as HTMLInputElement).value))}
            onChange={day => {
              if (day !== null) setVague(null)
              onOne({ ...one, dueOn: day })
            }}
          />
          <FaultLines faults={faults} codes={['due_before', 'due_day_off', 'due_unsure']} of={one.key} />
        </div>
      </div>
      <BarLines bars={bars?.barsOf(executor) ?? []} />
      <PhraseArea
        {...{ language, topic, label: t('protocol.action'), part: 'action', rows: 2, most: 4000, value: one.action }}
        onChange={action => onOne({ ...one, action })}
      />
      <FaultLines faults={faults} codes={['text_empty', 'vague']} of={one.key} />
    </fieldset>
  )
}
