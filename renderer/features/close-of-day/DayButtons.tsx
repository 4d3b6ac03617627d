import { Button } from '@mantine/core'
import { goTo } from '../../app/route.ts'
import { useWords } from '../../i18n/use-words.ts'

/** From the line to its paper and to the end of its day. */
export function DayButtons() {
  const { t } = useWords()
  return (
    <>
      <Button variant="subtle" onClick={() => goTo('reception', { part: 'paper' })}>
        {t('paper.open')}
      </Button>
      <Button variant="subtle" onClick={() => goTo('reception', { part: 'close' })}>
        {t('close.open_screen')}
      </Button>
    </>
  )
}
