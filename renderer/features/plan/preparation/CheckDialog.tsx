import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Preparation, type PreparationItem } from '#shared/reception/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { type Heads, usePlanActs } from '../use-plan.ts'
import { receptionEntity } from '../use-preparations.ts'

interface Asked {
  readonly heads: Heads
  readonly reception: Reception
  readonly item: PreparationItem
  readonly onDone: () => void
  readonly onClose: () => void
}

const OUTCOMES = Preparation.shape.outcome.options

/** An item of the preparation was looked at: in order, at fault, or not needed. A fault needs a word about it. */
export function CheckDialog({ heads, reception, item, onDone, onClose }: Asked) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('ready')
  const [note, setNote] = useState('')
  const lacksNote = outcome !== 'ready' && note.trim() === ''
  const keep = async () => {
    const preparation = { item, outcome, note: note.trim() }
    const entity = receptionEntity(reception.id)
    if (await apply([{ entity, type: 'reception.prepared', body: { preparation } }], heads)) onDone()
  }
  return (
    <Confirm
      title={t(`preparation.item.${item}`)}
      act={t('preparation.check.keep')}
      call={call}
      allowed={!lacksNote}
      onAct={() => void keep()}
      onClose={onClose}
    >
      {item === 'secrecy' ? <p className="sentence">{t('preparation.secrecy.about')}</p> : null}
      <Radio.Group
        label={t('preparation.check.outcome')}
        value={outcome}
        onChange={value => setOutcome(OUTCOMES.find(one => one === value) ?? 'ready')}
      >
        <div className="plan-radios">
          {OUTCOMES.map((one, index) => (
            <Radio
              key={one}
              value={one}
              label={t(`preparation.found.${one}`)}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('preparation.note')}
        description={lacksNote ? t('preparation.check.note_needed') : undefined}
        maxLength={300}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </Confirm>
  )
}
