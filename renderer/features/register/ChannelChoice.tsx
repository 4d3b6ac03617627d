import { IconAlertTriangle } from '@tabler/icons-react'
import { validOn } from '#shared/directory/model.ts'
import { signatureNeeded } from '#shared/regulation/channel-finding.ts'
import { clauseText } from '#shared/regulation/clause-text.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFormAround } from './form-context.ts'
import { CHANNEL_KEYS } from './register-keys.ts'

/** How the appeal came in: remembered from the registration before, changed by one key or by the arrows. */
export function ChannelChoice() {
  const { t, language } = useWords()
  const { start } = useDesk()
  const { form, typed, directories, profile } = useFormAround()
  const needed = profile === null ? null : signatureNeeded(typed.channel, profile)
  return (
    <fieldset className="channels">
      <legend className="unseen">{t('register.channel')}</legend>
      <span className="mute" aria-hidden="true">
        Alt +
      </span>
      {validOn(directories.channel, start.today).map((channel, index) => (
        <label key={channel.code}>
          <input type="radio" value={channel.code} {...form.register('channel')} />
          <span>
            {channel[language]}
            {index < CHANNEL_KEYS ? <kbd>{index + 1}</kbd> : null}
          </span>
        </label>
      ))}
      <span role="status">
        {profile === null || needed === null ? null : (
          <span className="finding warn">
            <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
            <span>
              {t('finding.signature_needed')} <span className="finding-clause">({clauseText(needed, profile, t)})</span>
            </span>
          </span>
        )}
      </span>
    </fieldset>
  )
}
