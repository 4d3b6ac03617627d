import { NativeSelect, TextInput } from '@mantine/core'
import { ReceptionResult } from '#shared/application/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RESULT_WORDS } from '../reception/visit-words.ts'
import { type EntryField, HeldForm } from './entry-form.ts'

interface Shown {
  readonly held: HeldForm
  readonly change: (change: Partial<HeldForm>) => void
  readonly faultOf: (field: EntryField) => string | undefined
}

/** The reception as the register sheet has it. */
export function HeldFields({ held, change, faultOf }: Shown) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        name="started"
        label={t('paper.started')}
        maxLength={5}
        autoComplete="off"
        value={held.started}
        error={faultOf('started')}
        onChange={event => change({ started: event.currentTarget.value })}
      />
      <TextInput
        name="finished"
        label={t('paper.finished')}
        maxLength={5}
        autoComplete="off"
        value={held.finished}
        error={faultOf('finished')}
        onChange={event => change({ finished: event.currentTarget.value })}
      />
      <TextInput
        name="room"
        label={t('reception.room')}
        maxLength={40}
        autoComplete="off"
        value={held.room}
        error={faultOf('room')}
        onChange={event => change({ room: event.currentTarget.value })}
      />
      <NativeSelect
        name="result"
        label={t('reception.result')}
        data={[
          { value: '', label: '' },
          ...ReceptionResult.options.map(value => ({ value, label: t(RESULT_WORDS[value]) })),
        ]}
        value={held.result}
        error={faultOf('result')}
        onChange={event => change({ result: HeldForm.shape.result.parse(event.currentTarget.value) })}
      />
    </>
  )
}
