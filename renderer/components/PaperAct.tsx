import { Button } from '@mantine/core'
import type { IconPrinter } from '@tabler/icons-react'

interface Pressed {
  readonly icon: typeof IconPrinter
  readonly onClick: () => void
  readonly children: string
}

/** An act on a paper: its picture and its name. */
export function PaperAct({ icon: Icon, onClick, children }: Pressed) {
  return (
    <Button
      variant="default"
      justify="flex-start"
      leftSection={<Icon size={17} aria-hidden="true" />}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
