import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseGround } from '../applications/card/ChooseGround.tsx'

const GROUNDS = ['mistake', 'decision_changed', 'written_anew'] as const

interface Asked {
  readonly letter: Pick<EntityState<'letter'>, 'id' | 'head'>
  readonly onClose: (done?: LocaleKey) => void
}

/** Annuls a letter: its number stays taken. */
export function AnnulForm({ letter: { id, head }, onClose }: Asked) {
  const { t } = useWords()
  const store = useStore()
  const call = useCall()
  const annul = async (ground: (typeof GROUNDS)[number]) => {
    if (head === null) return
    const done = await call.run(async () => {
      const answer = await window.desk.letterAnnul({ entity: id, basedOn: head, ground })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (done !== null) onClose('letter.annul.done')
  }
  return (
    <ChooseGround
      title={t('letter.annul')}
      sentence={t('letter.annul.sentence')}
      question={t('act.ground')}
      options={GROUNDS.map(value => ({ value, label: t(`letter.annul.ground.${value}`) }))}
      call={call}
      onGround={ground => void annul(ground)}
      onClose={() => onClose()}
    />
  )
}
