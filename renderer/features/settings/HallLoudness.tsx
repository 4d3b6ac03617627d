import { ActionIcon, Button, Group, NumberInput, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Loudness } from '#shared/hall/model.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'

/** A line of the table as it is being typed. */
export interface LoudnessLine {
  readonly id: number
  readonly from: string
  readonly to: string
  readonly percent: number
}

const MOST = 6

export function linesOf(loudness: readonly Loudness[]): LoudnessLine[] {
  return loudness.map((one, id) => ({ ...one, id }))
}

/** What the lines say, or null where one says no lawful time. */
export function loudnessOf(lines: readonly LoudnessLine[]): Loudness[] | null {
  const read = lines.map(({ from, to, percent }) => Loudness.safeParse({ from, to, percent }))
  const whole = read.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return whole.length === lines.length ? whole : null
}

interface Shown {
  readonly lines: readonly LoudnessLine[]
  readonly isWrong: boolean
  readonly onChange: (lines: readonly LoudnessLine[]) => void
}

/** How loud it is at which hours; outside them it is silent. */
export function HallLoudness({ lines, isWrong, onChange }: Shown) {
  const { t } = useWords()
  const set = (id: number, part: Partial<LoudnessLine>) =>
    onChange(lines.map(one => (one.id === id ? { ...one, ...part } : one)))
  const add = () => {
    const id = Math.max(-1, ...lines.map(one => one.id)) + 1
    onChange([...lines, { id, from: '', to: '', percent: 50 }])
  }
  return (
    <fieldset>
      <legend>{t('hall.loudness')}</legend>
      <p className="mute">{t('hall.loudness_why')}</p>
      {lines.map(({ id, from, to, percent }) => (
        <Group key={id} wrap="nowrap" align="end" gap="xs">
          {(['from', 'to'] as const).map(end => (
            <TextInput
              key={end}
              label={t(end === 'from' ? 'hall.loudness.from' : 'hall.loudness.to')}
              maxLength={5}
              value={end === 'from' ? from : to}
              onChange={event => set(id, { [end]: event.currentTarget.value })}
            />
          ))}
          <NumberInput
            label={t('hall.loudness.percent')}
            min={0}
            max={100}
            allowDecimal={false}
            value={percent}
            onChange={value => set(id, { percent: Number(value) })}
          />
          <ActionIcon
            size={36}
            variant="default"
            aria-label={t('hall.loudness.drop')}
            onClick={() => onChange(lines.filter(one => one.id !== id))}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
      ))}
      {isWrong ? <Notice tone="amber">{t('hall.loudness.wrong')}</Notice> : null}
      <div className="buttons">
        <Button mt="xs" variant="default" disabled={lines.length >= MOST} onClick={add}>
          {t('hall.loudness.add')}
        </Button>
      </div>
    </fieldset>
  )
}
