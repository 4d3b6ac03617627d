import { Modal } from '@mantine/core'
import { useWords } from '../i18n/use-words.ts'
import { KEY_GROUPS, type KeyLine } from './key-groups.ts'

/** Every key there is, by the place where it works (F1). */
export function KeyMap({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      size={1240}
      yOffset="2vh"
      onClose={onClose}
      title={<b>{t('keys.title')}</b>}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="key-map">
        {KEY_GROUPS.map(({ title, lines }) => (
          <section key={title} aria-label={t(title)}>
            <h3>{t(title)}</h3>
            <dl>
              {lines.map(line => (
                <Line key={`${line.keys} ${line.label}`} line={line} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function Line({ line: { keys, label } }: { line: KeyLine }) {
  const { t } = useWords()
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{t(label)}</dd>
    </div>
  )
}
