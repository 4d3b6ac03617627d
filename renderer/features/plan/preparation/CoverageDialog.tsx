import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Coverage } from '#shared/reception/model.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { newRequestId } from '../../../components/request-id.ts'
import { typedDate } from '../../../components/typed-date.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Heads, usePlanActs } from '../use-plan.ts'
import { receptionEntity } from '../use-preparations.ts'
import { STAGE_WORDS } from './coverage-words.ts'

interface Asked {
  readonly heads: Heads
  readonly reception: Reception
  /** What was told before; null: something new. */
  readonly before: Coverage | null
  readonly onDone: () => void
  readonly onClose: () => void
}

const STAGES = Coverage.shape.stage.options
const typedForm = (date: PlainDate) => date.split('-').toReversed().join('.')

/** What of a reception the mass media tell: planned, told or dropped, by whom, on which day, where it is found (clause 24). */
export function CoverageDialog({ heads, reception, before, onDone, onClose }: Asked) {
  const { t } = useWords()
  const { call, apply } = usePlanActs()
  const [stage, setStage] = useState<Coverage['stage']>(before?.stage ?? 'planned')
  const [media, setMedia] = useState(before?.media ?? '')
  const [dateText, setDateText] = useState(typedForm(before?.on ?? reception.date))
  const [link, setLink] = useState(before?.link ?? '')
  const on = typedDate(dateText)
  const told = async () => {
    if (on === null || media.trim() === '') return
    const coverage = { id: before?.id ?? newRequestId(), stage, media: media.trim(), on, link: link.trim() }
    const entity = receptionEntity(reception.id)
    if (await apply([{ entity, type: 'reception.covered', body: { coverage } }], heads)) onDone()
  }
  return (
    <Confirm
      title={t('coverage.title')}
      act={t('act.keep')}
      call={call}
      allowed={on !== null && media.trim() !== ''}
      onAct={() => void told()}
      onClose={onClose}
    >
      <Radio.Group
        label={t('coverage.stage')}
        value={stage}
        onChange={value => setStage(STAGES.find(one => one === value) ?? 'planned')}
      >
        <div className="plan-radios">
          {STAGES.map(one => (
            <Radio key={one} value={one} label={t(STAGE_WORDS[one])} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('coverage.media')}
        maxLength={200}
        value={media}
        data-autofocus
        onChange={event => setMedia(event.currentTarget.value)}
      />
      <TextInput
        label={t('coverage.on')}
        placeholder={t('register.date_example')}
        value={dateText}
        error={on === null ? t('finding.date_unreadable') : undefined}
        onChange={event => setDateText(event.currentTarget.value)}
      />
      <TextInput
        label={t('coverage.link')}
        maxLength={500}
        value={link}
        onChange={event => setLink(event.currentTarget.value)}
      />
    </Confirm>
  )
}
