import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ActionId, SubjectId } from '#shared/change/action.ts'
import { Commission } from '#shared/destruction/model.ts'
import { destructionText } from '#shared/destruction/number.ts'
import { addressOf } from '../../app/route.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useCall } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Given {
  readonly people: readonly string[]
  readonly basedOn: ActionId
}

const NOBODY = [0, 1, 2].map(() => ({ name: '', post: '' }))

/** Who signs the act, and the way to its confirmation. */
export function DestroyForm({ people, basedOn }: Given) {
  const { t } = useWords()
  const [typed, setTyped] = useState(NOBODY)
  const [isAsked, setAsked] = useState(false)
  const commission = Commission.safeParse(typed)
  const change = (at: number, more: Partial<(typeof NOBODY)[number]>) =>
    setTyped(typed.map((member, place) => (place === at ? { ...member, ...more } : member)))
  return (
    <div className="card-body">
      <h3>{t('retention.commission')}</h3>
      <p className="mute">{t('retention.commission.why')}</p>
      <div className="retention-commission">
        {typed.map(({ name, post }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are three places
          <div key={at} className="retention-member">
            <TextInput
              label={t('retention.member.name', { number: at + 1 })}
              maxLength={120}
              value={name}
              onChange={event => change(at, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t('retention.member.post', { number: at + 1 })}
              maxLength={200}
              value={post}
              onChange={event => change(at, { post: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
      <div className="buttons">
        <Button color="red.9" disabled={!commission.success} onClick={() => setAsked(true)}>
          {t('retention.destroy', { count: people.length })}
        </Button>
      </div>
      {isAsked && commission.success ? (
        <ConfirmDestruction
          people={people}
          basedOn={basedOn}
          commission={commission.data}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </div>
  )
}

interface Asked extends Given {
  readonly commission: Commission
  readonly onClose: () => void
}

/** The word is typed, so that no slip of the hand does it; the same press is one act, however often it is tried. */
function ConfirmDestruction({ people, basedOn, commission, onClose }: Asked) {
  const { t } = useWords()
  const call = useCall()
  const [request] = useState(newRequestId)
  const [typed, setTyped] = useState('')
  const [made, setMade] = useState<{ number: string } | null>(null)
  const word = t('erase.word')
  const destroy = async () => {
    if (made === null) {
      const asked = { request, basedOn, people: people.map(one => SubjectId.parse(one)), commission }
      const done = await call.run(() => window.desk.retentionDestroy(asked))
      if (done === null) return
      setMade({ number: destructionText(done.number) })
      window.history.replaceState(null, '', addressOf('settings', { part: 'retention', act: done.entity }))
    }
    // The store worker holds the key of before until the page is loaded again; the address leads to the act.
    await call.run(() => window.desk.appReload({}))
  }
  return (
    <Confirm
      title={t('retention.destroy.title')}
      act={made === null ? t('retention.destroy.act') : t('refused.again')}
      call={call}
      danger={made === null}
      allowed={made !== null || typed.trim().toLowerCase() === word.toLowerCase()}
      onAct={() => void destroy()}
      onClose={onClose}
    >
      {made === null ? (
        <>
          <p>{t('retention.destroy.sentence', { count: people.length })}</p>
          <TextInput
            label={t('erase.type_word', { word })}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
        </>
      ) : (
        <Notice tone="green">{t('retention.destroyed', { number: made.number })}</Notice>
      )}
    </Confirm>
  )
}
