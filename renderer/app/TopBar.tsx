import { screenDate, weekdayName } from '#shared/time/official-date.ts'
import { useWords } from '../i18n/use-words.ts'
import { BrandMark } from './BrandMark.tsx'
import { useDesk } from './desk-context.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { SearchBox } from './SearchBox.tsx'

/** Name, search, the day of work, language, who works here. */
export function TopBar() {
  const { dates } = useWords()
  const { start } = useDesk()
  return (
    <header className="top">
      <BrandMark />
      <SearchBox />
      <span className="space" />
      <time className="top-date" dateTime={start.today}>
        {screenDate(start.today, dates)}, {weekdayName(start.today, dates)}
      </time>
      <LanguageSwitch />
      {start.user === null ? null : <span className="top-user">{start.user.name}</span>}
    </header>
  )
}
