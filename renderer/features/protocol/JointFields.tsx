import { Checkbox } from '@mantine/core'
import { numberText } from '#shared/application/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Joint, nameOf } from './joint.ts'

/** Who of those received by the same official on the day stands in this one protocol: a mass day on one matter. */
export function JointFields({ joint: { offered, chosen, turn } }: { joint: Joint }) {
  const { t } = useWords()
  if (offered.length === 0) return null
  return (
    <details className="letter-part protocol-joint" open={chosen.length > 0}>
      <summary>
        {chosen.length === 0 ? t('protocol.joint') : t('protocol.joint.count', { count: chosen.length + 1 })}
      </summary>
      <p className="mute">{t('protocol.joint.note')}</p>
      {offered.map(row => (
        <Checkbox
          key={row.id}
          label={joined([nameOf(row), row.application?.number ? numberText(row.application.number) : ''], ' \u00b7 ')}
          checked={chosen.includes(row)}
          onChange={event => turn(row.id, event.currentTarget.checked)}
        />
      ))}
    </details>
  )
}
