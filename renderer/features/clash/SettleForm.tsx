import { SETTLED, SettleGround } from '#shared/clash/model.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseGround } from '../applications/card/ChooseGround.tsx'
import { type Choice, wordsOf } from './choices.ts'
import { useDeskLetters } from './use-desk-letters.ts'

/** Asks on what a person settles it, and writes that down. Nothing is taken out of the journal. */
export function SettleForm({ choice, onClose }: { choice: Choice; onClose: (isDone: boolean) => void }) {
  const { t } = useWords()
  const { act, call } = useJournalAct()
  const letterOf = useDeskLetters()
  const { entity, head, settlement } = choice
  const settle = async (ground: SettleGround) => {
    const body = { ...settlement, ground }
    if (await act({ entity, type: SETTLED, basedOn: head, body })) onClose(true)
  }
  const title = t(`clash.choice.${choice.key}`, wordsOf(choice, letterOf))
  return (
    <ChooseGround
      title={title}
      sentence={t(settlement.aside.length === 0 ? 'clash.settle.both' : 'clash.settle.side')}
      question={t('act.ground')}
      options={SettleGround.options.map(value => ({ value, label: t(`clash.ground.${value}`) }))}
      call={call}
      onGround={ground => void settle(ground)}
      onClose={() => onClose(false)}
    />
  )
}
