import { IconUrgent } from '@tabler/icons-react'
import { useWords } from '../../i18n/use-words.ts'
import { HELP_KEY } from './help-key.ts'

/** Calls for help by two presses, from every screen. */
export function HelpButton({ onPress }: { onPress: () => void }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="top-contact top-help"
      title={`${t('help.call')} (${HELP_KEY})`}
      aria-label={t('help.call')}
      aria-keyshortcuts="Control+Shift+H"
      onClick={onPress}
    >
      <IconUrgent size={19} stroke={1.8} aria-hidden="true" />
    </button>
  )
}
