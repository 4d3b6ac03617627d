import type { Locator } from 'playwright-core'
import type { AtDesk } from './at-desk.ts'
import { goToAddress } from './frame.ts'
import type { WordKey } from './words.ts'

export interface ReportLineSeen {
  readonly name: string
  readonly current: string
  readonly previous: string
  readonly difference: string
}

export async function openReport(at: AtDesk, quarter: string): Promise<void> {
  await goToAddress(at, `#/report?quarter=${quarter}`)
  await section(at, 'report.section.summary').waitFor()
}

export function section({ page, t }: AtDesk, title: WordKey): Locator {
  return page.getByRole('region', { name: t(title), exact: true })
}

/** The lines of a section as they are read. A name's own note is not part of it. */
export function linesOf(at: AtDesk, title: WordKey): Promise<ReportLineSeen[]> {
  return section(at, title).evaluate(part =>
    [...part.querySelectorAll('tbody tr')].map(row => {
      const [first, ...figures] = [...row.querySelectorAll<HTMLElement>('td, th')]
      const own = [...(first?.childNodes ?? [])].filter(node => node.nodeType === Node.TEXT_NODE)
      const [current = '', previous = '', difference = ''] = figures.map(cell => cell.innerText.trim())
      return {
        name: own
          .map(node => node.textContent)
          .join('')
          .trim(),
        current,
        previous,
        difference,
      }
    }),
  )
}

/** The figures of a section that open records: the text of each and its link. */
export function figuresOf(at: AtDesk, title: WordKey): Locator {
  return section(at, title).getByRole('link')
}

export async function saveReport({ desk, page, t }: AtDesk, act: 'xlsx' | 'pdf_kk' | 'pdf_ru', file: string | null) {
  await desk.answerNextDialog(file === null ? null : { filePath: file })
  await page.getByRole('button', { name: t(`report.${act}`), exact: true }).click()
}
