import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Official } from '#shared/official/model.ts'
import { DateField } from '../../components/DateField.tsx'
import { KazakhLetters } from '../../components/KazakhLetters.tsx'
import { officialName } from '../../components/official-name.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Faults } from './Composer.tsx'
import type { Composed } from './composed.ts'
import { FaultLines } from './FaultLines.tsx'
import { InstructionFields } from './InstructionFields.tsx'
import { PhraseArea } from './PhraseArea.tsx'
import { TimeField } from './TimeField.tsx'
import { namedAs } from './use-beginning.ts'
import type { ExecutorBars } from './use-executor-bars.ts'

export interface Fields {
  readonly composed: Composed
  readonly faults: Faults
  readonly bars: ExecutorBars | undefined
  readonly officials: readonly Official[]
  readonly topic: string | null
  readonly onChange: (part: Partial<Composed>) => void
}

const WORDS = 8000
/** Fields of a row stand at one height; what explains one stands under it. */
const NOTE_AFTER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** The parts of a protocol in the order of annex 2; what keeps it from being signed stands beside its part. */
export function ProtocolFields(fields: Fields) {
  const { t } = useWords()
  const { composed, faults, topic, onChange } = fields
  const { language, essence, said, decision } = composed
  return (
    <div className="letter-parts">
      <Held {...fields} />
      <People {...fields} />
      {language === 'kk' ? <KazakhLetters /> : null}
      <div>
        <Textarea
          label={t('protocol.sheet.essence')}
          lang={language}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={WORDS}
          value={essence}
          onChange={event => onChange({ essence: event.currentTarget.value })}
        />
        <FaultLines faults={faults} codes={['essence_empty']} />
      </div>
      <PhraseArea
        {...{ language, topic, label: t('protocol.said'), part: 'said', rows: 3, most: WORDS, value: said }}
        onChange={value => onChange({ said: value })}
      />
      <div>
        <PhraseArea
          {...{
            language,
            topic,
            label: t('protocol.sheet.decision'),
            part: 'decision',
            rows: 2,
            most: WORDS,
            value: decision,
          }}
          onChange={value => onChange({ decision: value })}
        />
        <FaultLines faults={faults} codes={['decision_empty']} />
      </div>
      <InstructionFields {...fields} />
      <Recorded {...fields} />
      <Textarea
        label={t('protocol.sheet.note')}
        lang={language}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={WORDS}
        value={composed.note}
        onChange={event => onChange({ note: event.currentTarget.value })}
      />
    </div>
  )
}

/** Where and when it was held, and by whom. */
function Held({ composed, faults, officials, onChange }: Fields) {
  const { t, language: screen } = useWords()
  const today = useToday()
  const { officialId, official, place, on, from, to, language } = composed
  const choose = (id: string) => onChange(namedAs(officials.find(one => one.id === id) ?? null, language))
  return (
    <div className="form-grid">
      <div className="wide">
        <NativeSelect
          label={t('protocol.official')}
          value={officialId ?? ''}
          data={[
            { value: '', label: t('executor.choose') },
            ...officials.map(one => ({ value: one.id, label: officialName(one, screen) })),
          ]}
          onChange={event => choose(event.currentTarget.value)}
        />
        <FaultLines faults={faults} codes={['official_missing']} />
      </div>
      <TextInput
        className="wide"
        label={t('protocol.official_as_written')}
        lang={language}
        maxLength={400}
        value={official}
        onChange={event => onChange({ official: event.currentTarget.value })}
      />
      <TextInput
        className="wide"
        label={t('protocol.sheet.place')}
        lang={language}
        maxLength={200}
        value={place}
        onChange={event => onChange({ place: event.currentTarget.value })}
      />
      <div>
        <DateField
          label={t('protocol.on')}
          value={on === '' ? null : on}
          maxDate={today}
          onChange={day => onChange({ on: day ?? '' })}
        />
        <FaultLines faults={faults} codes={['date_missing']} />
      </div>
      <div className="protocol-times">
        <TimeField label={t('protocol.from')} value={from} onChange={value => onChange({ from: value })} />
        <TimeField label={t('protocol.to')} value={to} onChange={value => onChange({ to: value })} hasNow />
        <FaultLines faults={faults} codes={['time_unread', 'end_missing']} />
      </div>
      <TextInput
        label={t('protocol.sheet.secretary')}
        lang={language}
        maxLength={200}
        value={composed.secretary}
        onChange={event => onChange({ secretary: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('protocol.language')}
        description={t('protocol.language.note')}
        inputWrapperOrder={NOTE_AFTER}
        value={language}
        data={(['kk', 'ru'] as const).map(value => ({ value, label: t(`letter.languages.${value}`) }))}
        onChange={event => onChange({ language: event.currentTarget.value === 'ru' ? 'ru' : 'kk' })}
      />
    </div>
  )
}

/** Who took part: for the office and bodies, and those who came with the applicant. */
function People({ composed, onChange }: Fields) {
  const { t } = useWords()
  const { participants, others, language, applicant } = composed
  const set = (next: Composed['participants']) => onChange({ participants: next })
  return (
    <fieldset className="letter-part">
      <legend>{t('protocol.participants')}</legend>
      <div className="letter-side">
        {participants.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a participant is known by its place alone
          <div key={at} className="participant">
            <TextInput
              aria-label={t('protocol.participant', { number: at + 1 })}
              lang={language}
              maxLength={200}
              value={one.who}
              onChange={event =>
                set(
                  participants.map((other, place) =>
                    place === at ? { ...one, body: null, who: event.currentTarget.value } : other,
                  ),
                )
              }
            />
            <Button
              variant="subtle"
              size="compact-md"
              className="tall-button"
              aria-label={`${t('protocol.participant.remove')}: ${at + 1}`}
              onClick={() => set(participants.filter((_, place) => place !== at))}
            >
              <IconTrash size={15} aria-hidden="true" />
            </Button>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="compact-md"
            className="tall-button"
            disabled={participants.length >= 60}
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => set([...participants, { officialId: null, body: null, who: '' }])}
          >
            {t('protocol.participant.add')}
          </Button>
        </div>
      </div>
      <div className="form-grid">
        <TextInput
          label={t('protocol.sheet.applicant')}
          lang={language}
          maxLength={400}
          value={applicant}
          onChange={event => onChange({ applicant: event.currentTarget.value })}
        />
        <Textarea
          label={t('protocol.others')}
          description={t('protocol.others.note')}
          inputWrapperOrder={NOTE_AFTER}
          lang={language}
          autosize
          minRows={1}
          maxLength={2000}
          value={others}
          onChange={event => onChange({ others: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  )
}

/** The recording and where it lies (KZ-2026 rule 21). */
function Recorded({ composed: { recording, reference }, faults, onChange }: Fields) {
  const { t } = useWords()
  return (
    <div className="form-grid">
      <NativeSelect
        label={t('protocol.recording')}
        value={recording}
        data={[
          { value: '', label: t('protocol.recording.none') },
          { value: 'audio', label: t('protocol.recording.audio') },
          { value: 'video', label: t('protocol.recording.video') },
        ]}
        onChange={event => {
          const { value } = event.currentTarget
          onChange({ recording: value === 'audio' || value === 'video' ? value : '' })
        }}
      />
      {recording === '' ? null : (
        <TextInput
          label={t('protocol.recording.reference')}
          maxLength={200}
          value={reference}
          onChange={event => onChange({ reference: event.currentTarget.value })}
        />
      )}
      <div className="wide">
        <FaultLines faults={faults} codes={['no_recording', 'recording_empty']} />
      </div>
    </div>
  )
}
