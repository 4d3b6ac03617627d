import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { assignmentsOf } from '#shared/instruction/handled.ts'
import { ReassignGround } from '#shared/instruction/model.ts'
import type { Official } from '#shared/official/model.ts'
import { useOfficials } from '../../../app/desk-rows.ts'
import { useRows } from '../../../app/use-rows.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import type { ApplicationCard } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { BarLines } from '../../protocol/BarLines.tsx'
import { ExecutorField } from '../../protocol/ExecutorField.tsx'
import { executorOf, NOBODY } from '../../protocol/executor-form.ts'
import { useExecutorBars } from '../../protocol/use-executor-bars.ts'
import { type ActAsked, useInstructionAct } from './use-instruction-act.ts'

/** Gives an instruction to another. Who decided the matter before does not get it, and nobody overrules that (clause 35). */
export function ReassignForm(asked: ActAsked) {
  const id = asked.row.state.instruction?.application ?? ''
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id }), [id]),
  )
  const officials = useOfficials()
  if (!card || officials === undefined) return null
  return <Chosen asked={asked} card={card} officials={officials} />
}

interface Known {
  readonly asked: ActAsked
  readonly card: ApplicationCard
  readonly officials: readonly Official[]
}

function Chosen({ asked, card, officials }: Known) {
  const { t, language } = useWords()
  const { state } = asked.row
  const { call, record } = useInstructionAct(asked)
  const [typed, setTyped] = useState(NOBODY)
  const [ground, setGround] = useState<ReassignGround | ''>('')
  const before = useMemo(() => assignmentsOf(card.id, state), [card.id, state])
  const protocol = state.instruction?.protocol ?? state.id
  const known = useExecutorBars({ card, protocol, instead: null, officials, before })
  const executor = executorOf(typed)
  const bars = known?.barsOf(typed) ?? []
  const isBarred = known === undefined || bars.some(({ level }) => level === 'stop')
  return (
    <Confirm
      title={t('control.act.reassigned')}
      act={t('control.act.reassigned.act')}
      call={call}
      allowed={executor !== null && ground !== '' && !isBarred}
      onAct={() => void record('reassigned', { executor, ground, earlier: known?.earlier ?? [] })}
      onClose={() => asked.onClose()}
    >
      <ExecutorField isFirst value={typed} language={language} officials={officials} onChange={setTyped} />
      <div className="control-bars" aria-live="polite">
        <BarLines bars={bars} />
      </div>
      <NativeSelect
        label={t('control.reassign.ground')}
        value={ground}
        data={[
          { value: '', label: '\u2013' },
          ...ReassignGround.options.map(value => ({ value, label: t(`control.reassign.ground.${value}`) })),
        ]}
        onChange={event => setGround(ReassignGround.safeParse(event.currentTarget.value).data ?? '')}
      />
    </Confirm>
  )
}
