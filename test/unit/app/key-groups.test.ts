import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { KEY_GROUPS } from '#renderer/app/key-groups.ts'
import { CARD_ACTS } from '#renderer/features/applications/card/card-acts.ts'
import { HELP_KEY } from '#renderer/features/help/help-key.ts'
import {
  ACT_KEYS,
  CALL_KEY,
  CHECK_IN_KEY,
  HAND_IN_KEY,
  HIDE_KEY,
  PART_KEY,
} from '#renderer/features/reception/reception-keys.ts'
import { commandOf, PART_KEYS } from '#renderer/features/register/register-keys.ts'

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer')

function keysOf(title: string): string[] {
  return KEY_GROUPS.find(group => group.title === title)?.lines.map(({ keys }) => keys) ?? []
}

const EVERYWHERE = ['keys.group.frame', 'keys.group.letters', 'keys.group.contacts'].flatMap(keysOf)

describe('the map of keys', () => {
  it('has every function key that any source of the page hears', () => {
    const shown = KEY_GROUPS.flatMap(({ lines }) => lines.flatMap(({ keys }) => keys.split(' ')))
    const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
    const heard = sources.flatMap(file => {
      const text = readFileSync(path.join(RENDERER, file), 'utf8')
      return [...text.matchAll(/'(F\d{1,2})'/g)].map(([, key]) => key)
    })
    expect(heard).toContain('F1')
    expect(heard.filter(key => !shown.includes(key ?? ''))).toEqual([])
  })

  it('has every key of the register screen', () => {
    const shown = keysOf('nav.register')
    const press = { code: '', key: '', ctrlKey: false, altKey: false, shiftKey: false, isComposing: false }
    const named = ['Enter', 'F4', 'F8', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']
    const digits = [...'1234567890'].map(digit => ({ ...press, altKey: true, code: `Digit${digit}`, key: digit }))
    const presses = [
      ...named.flatMap(key =>
        [press, { ...press, ctrlKey: true }, { ...press, altKey: true }].map(one => ({ ...one, key })),
      ),
      ...digits,
      ...Object.values(PART_KEYS).map(part => ({ ...press, altKey: true, ...part })),
    ]
    const heard = presses
      .filter(one => commandOf(one) !== null)
      .map(({ ctrlKey, altKey, key }) => {
        const signs: Record<string, string> = { ArrowDown: '\u2193', ArrowUp: '\u2191' }
        const shownKey = /^[1-5]$/.test(key) ? '1 \u2026 5' : (signs[key] ?? key)
        return `${ctrlKey ? 'Ctrl ' : ''}${altKey ? 'Alt ' : ''}${shownKey}`
      })
    expect(heard.length).toBeGreaterThan(14)
    const isShown = (one: string) =>
      shown.some(
        keys =>
          keys === one || (keys.startsWith('Alt') && one.startsWith('Alt') && keys.split(' ').includes(one.slice(4))),
      )
    expect(heard.filter(one => !isShown(one))).toEqual([])
  })

  it('has every key of the reception day and of the card of an application', () => {
    const reception = keysOf('nav.reception')
    const acts = Object.values(ACT_KEYS).map(({ shown }) => shown)
    const anywhere = [CHECK_IN_KEY, CALL_KEY, PART_KEY, HIDE_KEY, HAND_IN_KEY.shown]
    expect(reception).toEqual(expect.arrayContaining([...anywhere, ...acts]))
    const card = Object.values(CARD_ACTS).map(({ digit }) => `Alt ${digit}`)
    expect(keysOf('nav.applications')).toEqual(expect.arrayContaining(card))
  })

  it('has those of the paper entry and of the tray of e-Otinish, and of a call for help on every screen', () => {
    expect(keysOf('keys.group.frame')).toContain(HELP_KEY)
    expect(keysOf('paper.enter')).toEqual(['Enter', 'Shift Enter', 'Ctrl Enter'])
    expect(keysOf('eotinish.title')).toEqual(['1 \u2026 =', 'Enter', 'Esc'])
  })

  it.each(KEY_GROUPS.map(({ title }) => title))('tells no key of %s twice', title => {
    const keys = keysOf(title)
    const twice = keys.filter((one, index) => keys.indexOf(one) !== index)
    // One application is either withdrawn or opened again: never both.
    expect(twice).toEqual(title === 'nav.applications' ? ['Alt 8'] : [])
  })

  it.each(['nav.register', 'nav.reception', 'paper.enter', 'nav.applications', 'eotinish.title', 'nav.schedule'])(
    'gives no key of every screen to %s',
    title => {
      const own = keysOf(title).filter(keys => !['Enter', 'Ctrl Enter', 'Esc'].includes(keys))
      expect(own.filter(keys => EVERYWHERE.includes(keys))).toEqual([])
    },
  )
})
