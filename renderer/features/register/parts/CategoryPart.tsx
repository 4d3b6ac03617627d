import { validOn } from '#shared/directory/model.ts'
import { useDesk } from '../../../app/desk-context.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { EntryField, MarkField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

/** The category received out of turn (clause 11). A pregnant woman is never asked for a paper. */
export function CategoryPart() {
  const { t } = useWords()
  const { start } = useDesk()
  const { typed, directories } = useFormAround()
  return (
    <>
      <EntryField
        name="category"
        label="register.category"
        className="two"
        entries={validOn(directories.category, start.today)}
      />
      {typed.category === '' ? null : typed.category === 'pregnant' ? (
        <p className="mark mute">{t('register.proof_not_asked')}</p>
      ) : (
        <MarkField name="proofSeen" label="register.proof_seen" />
      )}
    </>
  )
}
