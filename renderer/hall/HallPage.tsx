import { useEffect, useLayoutEffect } from 'react'
import type { HallView } from '#shared/hall/model.ts'
import { languagesOf } from '#shared/hall/sound.ts'
import { BothWords } from './BothWords.tsx'
import { CallLines } from './CallLines.tsx'
import { HallClock } from './HallClock.tsx'
import { LineFoot } from './LineFoot.tsx'
import { RunningText } from './RunningText.tsx'
import { hallTexts } from './texts.ts'
import { useHallView } from './use-hall-view.ts'
import { useNewCalls } from './use-new-calls.ts'

/** The screen of the hall: what main tells, and nothing that can be pressed. */
export function HallPage() {
  const told = useHallView()
  if (told === null) return null
  return <Shown view={told.view} received={told.received} />
}

function Shown({ view, received }: { view: HallView; received: number }) {
  const { office, settings, board } = view
  const languages = languagesOf(settings)
  const fresh = useNewCalls(view, received)
  useLayoutEffect(() => {
    document.documentElement.dataset.mantineColorScheme = settings.theme
  }, [settings.theme])
  useEffect(() => {
    document.documentElement.lang = languages[0] ?? 'kk'
  }, [languages[0]])
  const name = <BothWords text={office} languages={languages} />
  if (board === null) {
    return (
      <main className="hall hidden" data-state="hidden">
        <h1>{name}</h1>
      </main>
    )
  }
  return (
    <main className={`hall ${settings.flash ? 'flashes' : ''}`} data-state="open">
      <header>
        <h1>{name}</h1>
        <HallClock now={view.now} received={received} languages={languages} />
      </header>
      {board.calls.length === 0 ? (
        <section className="hall-empty">
          <BothWords text={hallTexts('hall.empty')} languages={languages} />
        </section>
      ) : (
        <CallLines calls={board.calls} fresh={fresh} languages={languages} />
      )}
      <LineFoot board={board} languages={languages} />
      <RunningText text={settings.text} moves={settings.moves} languages={languages} />
    </main>
  )
}
