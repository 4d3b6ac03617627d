import type { AtDesk } from './at-desk.ts'
import { unreached, walkByTab } from './focus-walk.ts'
import { type Inspector, OFFICE_SCREEN, type Size, ZOOMED_SCREEN } from './inspector.ts'
import { FULL } from './words.ts'

/** Stops with parts of their own to tab through: every screen and the kinds of dialogs. */
export const WALKED: ReadonlySet<string> = new Set([
  ...['today', 'applications-narrowed', 'applications-card', 'erase-person', 'schedule-proposed', 'schedule-approve'],
  ...['schedule-paper', 'report', 'import', 'import-undo', 'import-journal', 'settings'],
])
/** The same of a desk at work. */
export const WALKED_AT_WORK: ReadonlySet<string> = new Set([
  ...['register-parts', 'register-drafts', 'register-done', 'register-correct', 'reception-candidates'],
  ...['reception-faults', 'reception-note', 'reception-called', 'card-registered', 'card-book', 'directories'],
  ...[
    'directories-official',
    'calendar-findings',
    'calendar-day',
    'calendar-moved',
    'today-due',
    'contact',
    'keys',
    'settings-printer',
    'paper-entry',
    'settings-hall',
    'eotinish-tray',
  ],
])
/** The status line is last: there it is told that the office's act is not in force. */
const PARTS = ['skip', 'top', 'nav', 'main', 'status']

/** Walked stops take the two sizes by turns; the whole form walks each at both. */
function sizesOf(index: number): readonly Size[] {
  const sizes = [OFFICE_SCREEN, ZOOMED_SCREEN]
  return FULL ? sizes : sizes.filter((_, at) => at === index % 2)
}

/** A part of the screen that came while it was walked through is walked through with it, once more from the top. */
async function walkWhole({ page }: AtDesk) {
  const steps = await walkByTab(page)
  return (await unreached(page)).length === 0 ? steps : walkByTab(page)
}

/** Walks through the screen it stands at by Tab alone: in its order, the focus always seen, never covered or trapped. What is wrong. */
export async function tabThrough(at: AtDesk, inspector: Inspector, place: number): Promise<string[]> {
  const faults: string[] = []
  for (const size of sizesOf(place)) {
    await inspector.resize(size)
    const steps = await walkWhole(at)
    faults.push(...steps.flatMap(({ what, faults }) => faults.map(one => `${size.width}: ${what}: ${one}`)))
    const parts = steps.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1])
    const dialog = (await at.page.getByRole('dialog').count()) > 0
    if (dialog ? parts.length !== 1 : parts.join() !== PARTS.join()) faults.push(`in the order ${parts.join()}`)
    faults.push(...(await unreached(at.page)))
  }
  return faults
}
