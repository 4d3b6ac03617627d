import { Radio } from '@mantine/core'
import { ProfileId } from '#shared/office/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PROFILE_WORDS } from './profile-words.ts'

interface Chosen {
  readonly value: ProfileId
  readonly onChange: (value: ProfileId) => void
}

/** Which regulation the office works by; each with its act and with its true status. */
export function ProfileChoice({ value, onChange }: Chosen) {
  const { t } = useWords()
  return (
    <Radio.Group
      label={t('office.profile')}
      value={value}
      onChange={chosen => onChange(ProfileId.catch(value).parse(chosen))}
    >
      <div className="card-body">
        {ProfileId.options.map(id => (
          <Radio key={id} value={id} label={t(PROFILE_WORDS[id].name)} description={t(PROFILE_WORDS[id].status)} />
        ))}
      </div>
    </Radio.Group>
  )
}
