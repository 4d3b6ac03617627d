import { Button, Checkbox, Modal } from '@mantine/core'
import { useWords } from '../../i18n/use-words.ts'
import type { JournalColumn } from './column.ts'

interface Asked {
  readonly columns: readonly JournalColumn[]
  readonly shown: readonly JournalColumn[]
  /** Null: those of the beginning. */
  readonly onChoose: (keys: readonly string[] | null) => void
  readonly onClose: () => void
}

/** Which columns are seen, printed and written. The last one cannot be taken away. */
export function FieldsDialog({ columns, shown, onChoose, onClose }: Asked) {
  const { t } = useWords()
  const keys = shown.map(({ key }) => key)
  const turn = (key: (typeof keys)[number], isOn: boolean) =>
    onChoose(isOn ? [...keys, key] : keys.filter(one => one !== key))
  return (
    <Modal
      opened
      size={640}
      onClose={onClose}
      title={<b>{t('journals.fields.which')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="card-body">
        <fieldset className="journal-fields" aria-label={t('journals.fields.which')}>
          {columns.map(({ key }) => (
            <Checkbox
              key={key}
              label={t(`journals.column.${key}`)}
              checked={keys.includes(key)}
              disabled={keys.length === 1 && keys[0] === key}
              onChange={event => turn(key, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <p className="mute">{t('journals.fields.kept')}</p>
        <div className="buttons">
          <Button onClick={onClose}>{t('act.close')}</Button>
          <Button variant="default" onClick={() => onChoose(null)}>
            {t('journals.fields.ordinary')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
