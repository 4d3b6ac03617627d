import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { SubjectId } from '#shared/change/action.ts'
import { ErasureGround } from '#shared/change/action-types.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Erases a person's data for good. The word is typed, so that no slip of the hand does it. */
export function ErasePerson({ subject, onClose }: { subject: string; onClose: () => void }) {
  const { t } = useWords()
  const call = useCall()
  const [ground, setGround] = useState<ErasureGround>('request')
  const [typed, setTyped] = useState('')
  const word = t('erase.word')
  const erase = async () => {
    const done = await call.run(() => window.desk.subjectErase({ subject: SubjectId.parse(subject), ground }))
    if (done !== null) onClose()
  }
  return (
    <Confirm
      title={t('erase.title')}
      act={t('erase.act')}
      call={call}
      danger
      allowed={typed.trim().toLowerCase() === word.toLowerCase()}
      onAct={() => void erase()}
      onClose={onClose}
    >
      <p>{t('erase.sentence')}</p>
      <Radio.Group
        label={t('erase.ground')}
        value={ground}
        onChange={chosen => setGround(ErasureGround.catch(ground).parse(chosen))}
      >
        <div className="card-body">
          {ErasureGround.options.map(one => (
            <Radio key={one} value={one} label={t(`erase.ground.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('erase.type_word', { word })}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
    </Confirm>
  )
}
