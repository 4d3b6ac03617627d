import { expect } from 'vitest'
import type { AtDesk } from './at-desk.ts'
import { type Inspector, OFFICE_SCREEN, type Size, settled, WIDE_SCREEN, ZOOMED_SCREEN } from './inspector.ts'
import { misfits, tooSmall } from './reflow.ts'
import { tabThrough } from './tab-walk.ts'
import type { Stop } from './walk.ts'
import { FULL, LANGUAGES, type Language } from './words.ts'

interface View {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly size: Size
}

/** Every two of language, light and zoom meet in one of these. */
const PAIRS: readonly View[] = [
  { language: 'kk', theme: 'light', size: OFFICE_SCREEN },
  { language: 'ru', theme: 'light', size: ZOOMED_SCREEN },
  { language: 'kk', theme: 'dark', size: ZOOMED_SCREEN },
  { language: 'ru', theme: 'dark', size: OFFICE_SCREEN },
]

/** The whole form looks at all of them. */
const ALL: readonly View[] = LANGUAGES.flatMap(language =>
  [OFFICE_SCREEN, ZOOMED_SCREEN].flatMap(size =>
    (['light', 'dark'] as const).map(theme => ({ language, theme, size })),
  ),
)

/** Stops take the pairs by turns: neighbours share their parts, so that each part is met in several views. */
function viewsOf(index: number): readonly View[] {
  return FULL ? ALL : PAIRS.slice(index % PAIRS.length, (index % PAIRS.length) + 1)
}

/**
 * Comes to every stop and looks at it: WCAG 2.2 AA, nothing leaves the screen, targets are large; those of `walked` are walked
 * through by Tab alone too. Everything found is told at once.
 */
export async function walk(
  at: AtDesk,
  stops: readonly Stop[],
  inspector: Inspector,
  walked: ReadonlySet<string> = new Set(),
): Promise<void> {
  const found: Record<string, string[]> = {}
  for (const [index, stop] of stops.entries()) {
    await inspector.resize(OFFICE_SCREEN)
    await inspector.speak(at.language)
    await stop.come(at)
    const seen = await lookAt(at, inspector, viewsOf(index), index)
    const place = [...walked].indexOf(stop.name)
    if (place >= 0) seen.push(...(await tabThrough(at, inspector, place)))
    if (seen.length > 0) found[stop.name] = seen
  }
  expect(found).toEqual({})
  expect(inspector.refused()).toEqual([])
}

/** Each view is come to once, for everything that is looked at there: a change of it costs more than a look. */
async function lookAt(
  { page }: AtDesk,
  inspector: Inspector,
  views: readonly View[],
  index: number,
): Promise<string[]> {
  const found: string[] = []
  for (const { language, theme, size } of views) {
    await inspector.speak(language)
    await inspector.resize(size)
    await inspector.light(theme)
    await settled(page)
    const seen = [...(await inspector.violations()), ...(await misfits(page)), ...(await tooSmall(page))]
    found.push(...seen.map(one => `${language} ${theme} ${size.width}: ${one}`))
  }
  await inspector.resize(WIDE_SCREEN)
  for (const language of FULL ? LANGUAGES : LANGUAGES.filter((_, at) => at === index % 2)) {
    await inspector.speak(language)
    found.push(...(await misfits(page)).map(one => `${language} ${WIDE_SCREEN.width}: ${one}`))
  }
  return found
}
