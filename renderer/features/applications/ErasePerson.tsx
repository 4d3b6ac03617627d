import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type EntityId, SubjectId } from '#shared/change/action.ts'
import { ErasureGround } from '#shared/change/action-types.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Erases a person's data for good. The word is typed, so that no slip of the hand does it. */
export function ErasePerson({ subject, entity, onClose }: { subject: string; entity: EntityId; onClose: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [ground, setGround] = useState<ErasureGround>('request')
  const [typed, setTyped] = useState('')
  const [erased, setErased] = useState(false)
  const word = t('erase.word')
  const erase = async () => {
    const asked = { subject: SubjectId.parse(subject), entity, ground }
    if (!erased && (await call.run(() => window.desk.subjectErase(asked))) === null) return
    setErased(true)
    // The store worker holds the key of before until the page is loaded again; the address keeps the place.
    await call.run(() => window.desk.appReload({}))
  }
  return (
    <Confirm
      title={t('erase.title')}
      act={erased ? t('refused.again') : t('erase.act')}
      call={call}
      danger={!erased}
      allowed={erased || typed.trim().toLowerCase() === word.toLowerCase()}
      onAct={() => void erase()}
      onClose={onClose}
    >
      {erased ? (
        <Notice tone="green">{t('erase.done')}</Notice>
      ) : (
        <>
          <p>{t('erase.sentence')}</p>
          <p>{t('erase.after')}</p>
          <Grounds ground={ground} onChoose={setGround} />
          <TextInput
            label={t('erase.type_word', { word })}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
        </>
      )}
    </Confirm>
  )
}

function Grounds({ ground, onChoose }: { ground: ErasureGround; onChoose: (ground: ErasureGround) => void }) {
  const { t } = useWords()
  return (
    <Radio.Group
      label={t('erase.ground')}
      value={ground}
      onChange={chosen => onChoose(ErasureGround.catch(ground).parse(chosen))}
    >
      <div className="card-body">
        {ErasureGround.options.map(one => (
          <Radio key={one} value={one} label={t(`erase.ground.${one}`)} />
        ))}
      </div>
    </Radio.Group>
  )
}
