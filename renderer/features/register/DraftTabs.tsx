import { IconPlus } from '@tabler/icons-react'
import { useWords } from '../../i18n/use-words.ts'
import { type Draft, draftTitle } from './register-draft.ts'
import { isBegun } from './register-form.ts'
import type { Drafts } from './use-drafts.ts'

/** Registrations begun at this desk, and the way to another visitor. `now`: the active one as it stands at this key; `busy`: it is being saved. */
export function DraftTabs({ drafts, now, busy }: { drafts: Drafts; now: Draft; busy: boolean }) {
  const { t } = useWords()
  const { slots, active } = drafts
  return (
    <div className="draft-tabs">
      {slots.length < 2 ? null : (
        <nav aria-label={t('register.drafts')} className="seg">
          {slots.map(slot => (
            <button
              key={slot.name}
              type="button"
              disabled={busy}
              aria-pressed={slot.name === active.name}
              onClick={() => drafts.goTo(slot.name)}
            >
              <span className="clip">
                {draftTitle(slot.name === active.name ? now : slot.draft) || t('register.drafts.unnamed')}
              </span>
            </button>
          ))}
        </nav>
      )}
      {isBegun(now.form) ? (
        <button type="button" className="part-button" disabled={busy || drafts.isFull} onClick={drafts.aside}>
          <IconPlus size={15} aria-hidden="true" />
          {t('register.drafts.new')}
          <kbd>F8</kbd>
        </button>
      ) : null}
      {drafts.isFull ? <span className="mute">{t('register.drafts.full')}</span> : null}
    </div>
  )
}
