import { Button } from '@mantine/core'
import { IconPrinter, IconTable } from '@tabler/icons-react'
import { useIsWhole } from '../app/WhenWhole.tsx'
import { useWords } from '../i18n/use-words.ts'

interface GivenOut {
  readonly busy: boolean
  /** More rows than a sheet takes. */
  readonly isTooLong?: boolean
  readonly onPrint: () => void
  readonly onWrite: () => void
}

/** To paper and to a file: only a list that is whole is given out. */
export function GiveOutButtons({ busy, isTooLong = false, onPrint, onWrite }: GivenOut) {
  const { t } = useWords()
  const isWhole = useIsWhole()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} aria-hidden="true" />}
        disabled={!isWhole || isTooLong}
        loading={busy}
        onClick={onPrint}
      >
        {t('applications.print')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTable size={17} aria-hidden="true" />}
        disabled={!isWhole}
        loading={busy}
        onClick={onWrite}
      >
        {t('applications.export')}
      </Button>
    </>
  )
}
