import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { numberText } from '#shared/application/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { fromDayNumber } from '#shared/time/plain-date.ts'
import { applicantName } from '../components/applicant-name.ts'
import type { ApplicationListRow } from '../db/query-types.ts'
import { StatusWord } from '../features/applications/StatusWord.tsx'
import { statusText } from '../features/applications/status.ts'
import { useDimensionWords } from '../features/applications/use-dimension-words.ts'
import { useSearchNoted } from '../features/audit/use-noted.ts'
import { useWords } from '../i18n/use-words.ts'
import { type Command, commandsNamed, useCommands } from './commands.ts'
import { goTo } from './route.ts'
import { useRows } from './use-rows.ts'
import { useIsWhole } from './WhenWhole.tsx'

const MOST = 12
/** A pause in typing, milliseconds: the store is asked for words, not for letters. */
const TYPING_PAUSE = 120

/** Finds an application by a name in any spelling or a full number, and what the desk can do by its name, from anywhere (Ctrl K). */
export function SearchBox() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const { found, commands, answered, sought } = useFound(text)
  const shown = open && sought !== ''
  const count = found.length + commands.length
  const leave = () => {
    setOpen(false)
    setText('')
  }
  const go = (row: ApplicationListRow | undefined) => {
    if (row === undefined) return
    goTo('applications', { open: row.id })
    leave()
  }
  const run = (command: Command | undefined) => {
    if (command === undefined) return
    leave()
    command.run()
  }
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter') {
      if (answered && chosen < found.length) go(found[chosen])
      else if (answered) run(commands[chosen - found.length])
    } else if (event.key === 'ArrowDown') setChosen(at => Math.min(at + 1, count - 1))
    else if (event.key === 'ArrowUp') setChosen(at => Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <search className="search" onBlur={event => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <TextInput
        id="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls="search-found"
        aria-activedescendant={shown && count > 0 ? `found-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.hint')}
        leftSection={<IconSearch size={17} aria-hidden="true" />}
        rightSection={<kbd>Ctrl K</kbd>}
        rightSectionWidth={68}
        value={text}
        onFocus={() => setOpen(true)}
        onKeyDown={keyed}
        onChange={event => {
          setText(event.currentTarget.value)
          setChosen(0)
          setOpen(true)
        }}
      />
      {shown ? <FoundList {...{ found, commands, answered, chosen }} onChoose={go} onRun={run} /> : null}
    </search>
  )
}

/** What answers a text: applications by the store, once it has, and commands by their names. */
function useFound(text: string) {
  const [sought] = useDebouncedValue(text.trim(), TYPING_PAUSE)
  const params = useMemo(() => ({ text: sought, limit: MOST }), [sought])
  const answer = useRows('applications.search', params)
  useSearchNoted(text)
  const found = answer ?? []
  // What was found for the text before is no answer to this one: Enter would open another person's card.
  const answered = answer !== undefined && sought === text.trim()
  return { found, commands: commandsNamed(useCommands(), text), answered, sought }
}

interface Listed {
  readonly found: readonly ApplicationListRow[]
  readonly answered: boolean
  readonly chosen: number
  readonly commands: readonly Command[]
  readonly onChoose: (row: ApplicationListRow) => void
  readonly onRun: (command: Command) => void
}

function FoundList(listed: Listed) {
  const { found, commands, answered, chosen } = listed
  const { t } = useWords()
  const isWhole = useIsWhole()
  useEffect(() => {
    // Newer Chromium answers a scroll with a promise, which an effect may not return.
    void document.getElementById(`found-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div className="found">
      <Options {...listed} />
      {answered && found.length + commands.length === 0 ? (
        <p role="status">{isWhole ? t('search.nothing') : t('filling.nothing_yet')}</p>
      ) : null}
    </div>
  )
}

function Options({ found, commands, answered, chosen, onChoose, onRun }: Listed) {
  const { t, dates } = useWords()
  const { entryOf } = useDimensionWords()
  return (
    <div id="search-found" role="listbox" aria-label={t('search.found')} aria-busy={!answered}>
      {found.map((row, index) => (
        <div
          key={row.id}
          id={`found-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={event => event.preventDefault()}
          onClick={() => onChoose(row)}
          onKeyDown={() => undefined}
        >
          <b>{applicantName(row) || t('applications.erased')}</b>
          <StatusWord outcome={row.facts.outcome} text={statusText(row, t, entryOf)} />
          <small>{joined([row.maskedIin, row.organisation], ' \u00b7 ')}</small>
          <small>{row.day === 0 ? t('applications.undated') : screenDate(fromDayNumber(row.day), dates)}</small>
          <small>{joined([row.number === null ? '' : numberText(row.number), row.eotinish], ' \u00b7 ')}</small>
        </div>
      ))}
      {commands.map((command, index) => (
        <div
          key={command.keys}
          id={`found-${found.length + index}`}
          role="option"
          tabIndex={-1}
          aria-selected={found.length + index === chosen}
          onMouseDown={event => event.preventDefault()}
          onClick={() => onRun(command)}
          onKeyDown={() => undefined}
        >
          <b>{command.name}</b>
          <kbd>{command.keys}</kbd>
        </div>
      ))}
    </div>
  )
}
