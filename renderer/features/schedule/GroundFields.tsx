import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { Controller } from 'react-hook-form'
import { JointParticipant } from '#shared/schedule/model.ts'
import { useDesk } from '../../app/desk-context.ts'
import { DateField } from '../../components/DateField.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { JOINT_WORDS } from './kind-words.ts'
import type { FaultOf, ReceptionForm } from './ReceptionFieldset.tsx'

/** On what a reception outside the schedule rests: the akim's instruction, or the meeting with the population. */
export function GroundFields({ form, faultOf }: { form: ReceptionForm; faultOf: FaultOf }) {
  const kind = form.watch('kind')
  if (kind === 'off_schedule') return <InstructionFields form={form} faultOf={faultOf} />
  if (kind === 'after_meeting') return <MeetingFields form={form} faultOf={faultOf} />
  return null
}

function InstructionFields({ form, faultOf }: { form: ReceptionForm; faultOf: FaultOf }) {
  const { t } = useWords()
  const { today } = useDesk().start
  return (
    <>
      <Controller
        control={form.control}
        name="instructionOn"
        render={({ field }) => (
          <DateField
            label={t('schedule.form.instruction_on')}
            maxDate={today}
            error={faultOf('instructionOn')}
            {...field}
          />
        )}
      />
      <TextInput
        label={t('schedule.form.instruction_number')}
        error={faultOf('instructionNumber')}
        {...form.register('instructionNumber')}
      />
      <Textarea
        className="wide"
        autosize
        minRows={2}
        label={t('schedule.form.instruction_text')}
        error={faultOf('instructionText')}
        {...form.register('instructionText')}
      />
    </>
  )
}

function MeetingFields({ form, faultOf }: { form: ReceptionForm; faultOf: FaultOf }) {
  const { t } = useWords()
  return (
    <>
      <Controller
        control={form.control}
        name="meetingOn"
        render={({ field }) => (
          <DateField label={t('schedule.form.meeting_on')} error={faultOf('meetingOn')} {...field} />
        )}
      />
      <span />
      <TextInput
        label={t('schedule.form.place_kk')}
        lang="kk"
        error={faultOf('placeKk')}
        {...form.register('placeKk')}
      />
      <TextInput
        label={t('schedule.form.place_ru')}
        lang="ru"
        error={faultOf('placeRu')}
        {...form.register('placeRu')}
      />
      <Controller
        control={form.control}
        name="joint"
        render={({ field: { value, onChange } }) => (
          <Checkbox.Group
            className="wide"
            label={t('schedule.form.joint')}
            value={value}
            onChange={next => onChange(next)}
          >
            <div className="joint">
              {JointParticipant.options.map(one => (
                <Checkbox key={one} value={one} label={t(JOINT_WORDS[one])} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
    </>
  )
}
