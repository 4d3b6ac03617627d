import { validOn } from '#shared/directory/model.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useFormAround } from './form-context.ts'
import { CHANNEL_KEYS } from './register-keys.ts'

/** How the appeal came in: remembered from the registration before, changed by one key or by the arrows. */
export function ChannelChoice() {
  const { t, language } = useWords()
  const { start } = useDesk()
  const { form, directories } = useFormAround()
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
    </fieldset>
  )
}
