import { ProtocolAnnulGround } from '#shared/protocol/model.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import type { EntityState } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseGround } from '../applications/card/ChooseGround.tsx'

interface Asked {
  readonly protocol: Pick<EntityState<'protocol'>, 'id' | 'head'>
  readonly onClose: (done?: LocaleKey) => void
}

/** Annuls a protocol: its number stays taken, its instructions stay on control until the one written anew is signed. */
export function AnnulForm({ protocol: { id, head }, onClose }: Asked) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const annul = async (ground: ProtocolAnnulGround) => {
    if (await act({ entity: id, type: 'protocol.annulled', basedOn: head, body: { ground } }))
      onClose('protocol.annul.done')
  }
  return (
    <ChooseGround
      title={t('protocol.annul')}
      sentence={t('protocol.annul.sentence')}
      question={t('act.ground')}
      options={ProtocolAnnulGround.options.map(value => ({ value, label: t(`letter.annul.ground.${value}`) }))}
      call={call}
      onGround={ground => void annul(ground)}
      onClose={() => onClose()}
    />
  )
}
