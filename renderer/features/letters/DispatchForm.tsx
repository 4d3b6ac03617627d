import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { LetterChannel } from '#shared/letter/model.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { typedDate } from '../../components/typed-date.ts'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Asked {
  readonly letter: Pick<EntityState<'letter'>, 'id' | 'head'>
  readonly way: 'sent' | 'attempted'
  readonly onClose: (done?: LocaleKey) => void
}

const WORDS = {
  sent: { title: 'letter.send', act: 'letter.send.act', said: 'letter.proof', done: 'letter.send.done' },
  attempted: {
    title: 'letter.attempt',
    act: 'letter.attempt.act',
    said: 'letter.outcome',
    done: 'letter.attempt.done',
  },
} as const satisfies Record<Asked['way'], Record<string, LocaleKey>>

/** How and when a letter went out and what proves it, or how it was tried and why it did not arrive (Code art. 66). */
export function DispatchForm({ letter: { id, head }, way, onClose }: Asked) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const today = useToday()
  const [channel, setChannel] = useState<LetterChannel>('post')
  const [day, setDay] = useState(() => today.split('-').toReversed().join('.'))
  const [said, setSaid] = useState('')
  const on = typedDate(day)
  const words = WORDS[way]
  const record = async () => {
    if (on === null) return
    const body = { dispatch: { channel, on } }
    const personal = way === 'sent' ? { proof: said.trim() } : { outcome: said.trim() }
    if (await act({ entity: id, type: `letter.${way}`, basedOn: head, body }, personal)) onClose(words.done)
  }
  return (
    <Confirm
      title={t(words.title)}
      act={t(words.act)}
      call={call}
      allowed={on !== null && (way === 'sent' || said.trim() !== '')}
      onAct={() => void record()}
      onClose={() => onClose()}
    >
      <NativeSelect
        label={t('letter.channel')}
        data-autofocus
        value={channel}
        data={LetterChannel.options.map(value => ({ value, label: t(`letter.channel.${value}`) }))}
        onChange={event => setChannel(LetterChannel.parse(event.currentTarget.value))}
      />
      <TextInput
        label={t('letter.sent_on')}
        value={day}
        maxLength={10}
        autoComplete="off"
        error={on === null ? t('letter.date_unread') : null}
        onChange={event => setDay(event.currentTarget.value)}
      />
      <Textarea
        label={t(words.said)}
        rows={2}
        maxLength={500}
        value={said}
        onChange={event => setSaid(event.currentTarget.value)}
      />
    </Confirm>
  )
}
