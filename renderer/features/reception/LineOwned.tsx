import { Button } from '@mantine/core'
import { useState } from 'react'
import { TakeGround } from '#shared/line/model.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ChooseGround } from '../applications/card/ChooseGround.tsx'
import type { LineOwner } from './use-line-owners.ts'

/** Which other desk calls from a line, and how this one takes it over: in the place of the call. */
export function LineOwned({ owner }: { owner: LineOwner }) {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('line.take')}
      </Button>
      <p className="next">{t('line.owned', { letter: owner.letter })}</p>
      {isAsked ? <TakeLine owner={owner} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

function TakeLine({ owner, onClose }: { owner: LineOwner; onClose: () => void }) {
  const { t } = useWords()
  const { act, call } = useJournalAct()
  const { entity, head, letter, at } = owner
  const take = async (ground: TakeGround) => {
    if (await act({ entity, type: 'line.taken', basedOn: head, body: { ground } })) onClose()
  }
  return (
    <ChooseGround
      title={t('line.take')}
      sentence={t('line.take_means', { letter, time: at })}
      question={t('act.ground')}
      options={TakeGround.options.map(value => ({ value, label: t(`line.ground.${value}`) }))}
      call={call}
      onGround={ground => void take(ground)}
      onClose={onClose}
    />
  )
}
