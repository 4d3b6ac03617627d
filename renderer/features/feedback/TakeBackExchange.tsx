import { FeedbackSlip } from '#shared/feedback/model.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseGround } from '../applications/card/ChooseGround.tsx'

interface Asked {
  readonly state: EntityState<'feedback'>
  readonly onClose: (done?: true) => void
}

/** A slip is taken back with its reason; it stays in the journal and is counted nowhere. */
export function TakeBackExchange({ state, onClose }: Asked) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const send = async (ground: FeedbackSlip) => {
    const intent = { entity: state.id, type: 'feedback.taken_back', basedOn: state.head, body: { ground } }
    if (await act(intent)) onClose(true)
  }
  return (
    <ChooseGround
      title={t('feedback.take_back')}
      sentence={t('feedback.take_back.sentence')}
      question={t('act.ground')}
      options={FeedbackSlip.options.map(value => ({ value, label: t(`feedback.slip.${value}`) }))}
      call={call}
      onGround={ground => void send(ground)}
      onClose={() => onClose()}
    />
  )
}
