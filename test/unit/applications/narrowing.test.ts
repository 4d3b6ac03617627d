import { describe, expect, it } from 'vitest'
import { filterOf, sortOf } from '#renderer/features/applications/narrowing.ts'
import {
  isView,
  keptOf,
  MOST_VIEWS,
  officeViews,
  readViews,
  renamedView,
  withoutView,
  withView,
  writeViews,
} from '#renderer/features/applications/views/views.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const TODAY = PlainDate.parse('2026-11-22')

describe('what the address narrows by', () => {
  it('follows the day: what is of today is of another day tomorrow', () => {
    expect(filterOf({ registered: 'today' }, '', TODAY)).toEqual({ from: TODAY, to: TODAY })
    expect(filterOf({ waiting: 'booked_today' }, '', TODAY)).toEqual({ waiting: 'booked:20261122' })
    expect(filterOf({ waiting: 'booked_today' }, '', PlainDate.parse('2026-11-23'))).toEqual({
      waiting: 'booked:20261123',
    })
  })

  it('takes states, what waits and the order by their codes, and passes over what it does not know', () => {
    expect(filterOf({ status: 'open', waiting: 'no_talon', quarter: '2026-Q4' }, ' text ', TODAY)).toEqual({
      quarter: '2026-Q4',
      statuses: ['open'],
      waiting: 'no_talon',
      text: 'text',
    })
    expect(filterOf({ status: 'absent', waiting: 'rain', quarter: 'never' }, '', TODAY)).toEqual({})
    expect([sortOf({}), sortOf({ sort: 'name' }), sortOf({ sort: 'height' })]).toEqual(['newest', 'name', 'newest'])
  })
})

describe('views', () => {
  it('keep codes and dates, never a typed word, an open card or a key they do not know', () => {
    const address = { byTopic: 'housing,~', open: 'application:x', surname: 'Ә', batch: 'имя', marked: 'yes' }
    expect(keptOf(address)).toEqual({ byTopic: 'housing,~', marked: 'yes' })
    const kept = withView([], '  Тұрғын үй  ', address)
    expect(kept).toEqual([{ name: 'Тұрғын үй', narrowed: { byTopic: 'housing,~', marked: 'yes' } }])
  })

  it('come back from disk as they were; a damaged or foreign text gives none', () => {
    const views = withView(withView([], 'a', { status: 'open' }), 'b', { quarter: '2026-Q4' })
    expect(readViews(writeViews(views))).toEqual(views)
    const many = Array.from({ length: MOST_VIEWS + 1 }, (_, at) => ({ name: String(at), narrowed: {} }))
    const foreign = [null, '', '{', '[]', '{"version":2,"views":[]}', writeViews(many)]
    for (const text of foreign) expect(readViews(text), String(text)).toEqual([])
    expect(readViews('{"version":1,"views":[{"name":"x","narrowed":{"text":"Ахметов"}}]}')).toEqual([])
  })

  it('are replaced by name, renamed in their place, never two of one name', () => {
    const views = withView(withView([], 'a', { status: 'open' }), 'b', { marked: 'yes' })
    expect(withView(views, 'a', { marked: 'yes' }).map(view => view.name)).toEqual(['b', 'a'])
    expect(renamedView(views, 'a', ' c ').map(view => view.name)).toEqual(['c', 'b'])
    expect(renamedView(views, 'a', 'b')).toEqual([{ name: 'b', narrowed: { status: 'open' } }])
    expect(withoutView(views, 'a').map(view => view.name)).toEqual(['b'])
  })

  it('are known again whatever the order of the list and of the address', () => {
    expect(isView({ status: 'open', quarter: '2026-Q4', sort: 'name' }, { quarter: '2026-Q4', status: 'open' })).toBe(
      true,
    )
    expect(isView({ status: 'open', marked: 'yes' }, { status: 'open' })).toBe(false)
    const places = officeViews(TODAY).map(view => JSON.stringify(view.narrowed))
    expect(new Set(places).size).toBe(5)
    expect(officeViews(TODAY).at(-1)?.narrowed).toEqual({ quarter: '2026-Q4' })
    for (const view of officeViews(TODAY)) {
      expect(keptOf(view.narrowed)).toEqual(view.narrowed)
      expect(filterOf(view.narrowed, '', TODAY)).not.toEqual({})
    }
  })
})
