import { mayClose } from '#shared/instruction/closing.ts'
import { InstructionReturnGround } from '#shared/instruction/model.ts'
import { useDesk } from '../../../app/desk-context.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ChooseGround } from '../../applications/card/ChooseGround.tsx'
import { type ActAsked, useInstructionAct } from './use-instruction-act.ts'

/** Off control: another hand than the one that recorded the execution, or the head (clause 33). */
export function CloseForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useInstructionAct(asked)
  const { user } = useDesk().start
  const may = user !== null && mayClose(asked.row.state, { user: user.id, role: user.role })
  return (
    <Confirm
      title={t('control.act.closed')}
      act={t('control.act.closed.act')}
      call={call}
      allowed={may}
      ready={may}
      onAct={() => void record('closed', {})}
      onClose={() => asked.onClose()}
    >
      {may ? (
        <p className="sentence">{t('control.close.sentence')}</p>
      ) : (
        <Notice tone="amber">{t('control.close.own')}</Notice>
      )}
    </Confirm>
  )
}

/** Back for rework, on a ground: it is on control again. */
export function ReturnForm(asked: ActAsked) {
  const { t } = useWords()
  const { call, record } = useInstructionAct(asked)
  return (
    <ChooseGround
      title={t('control.act.returned')}
      sentence={t('control.return.sentence')}
      question={t('act.ground')}
      options={InstructionReturnGround.options.map(value => ({ value, label: t(`control.return.ground.${value}`) }))}
      call={call}
      onGround={ground => void record('returned', { ground })}
      onClose={() => asked.onClose()}
    />
  )
}
