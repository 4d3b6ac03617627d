import type { Action } from '#shared/change/action.ts'
import { claimsOf } from '#shared/change/claims.ts'
import { batchesOf, type EntityRecord, foldRecords, gatherKeys, subjectsOf } from '#shared/change/project.ts'
import { type Attention, settleSums, sumKeys } from '#shared/change/project-sums.ts'
import { marksOf } from '#shared/change/project-view.ts'
import { NO_RELATED, type Related } from '#shared/change/related.ts'
import { type Counts, isNothing } from '#shared/report/counts.ts'
import { type Figures, figureMoves, movedFigures } from '#shared/report/day-figures.ts'

/** The store of the model: everything in maps, loaded by the same keys as the real one. */
export class ModelStore {
  records = new Map<string, EntityRecord>()
  days = new Map<number, Counts>()
  figures = new Map<number, Figures>()
  attentions = new Map<string, Attention>()
  related: Related = NO_RELATED
  applications = 0
  marked = 0

  fold(actions: readonly Action[]): void {
    const keys = gatherKeys(actions)
    const all = [...this.records.values()]
    const loaded = all.filter(
      one =>
        keys.entities.includes(one.id) ||
        batchesOf(one).some(batch => keys.batches.includes(batch)) ||
        subjectsOf(one).some(subject => keys.subjects.includes(subject)),
    )
    const folded = foldRecords({ records: new Map(loaded.map(one => [one.id, one])), related: this.related }, actions)
    const wanted = sumKeys(folded.changes)
    const days = new Map(wanted.days.flatMap(day => (this.days.has(day) ? [[day, this.days.get(day)!] as const] : [])))
    const holders = new Map(
      wanted.claims.map(claim => [
        claim,
        all.filter(one => claimsOf(one).includes(claim)).map(one => ({ entity: one.id, since: one.actions[0]!.date })),
      ]),
    )
    const sums = settleSums(folded.changes, { days, holders })
    for (const { after } of folded.changes) this.records.set(after.id, after)
    for (const [day, counts] of sums.days) {
      if (isNothing(counts)) this.days.delete(day)
      else this.days.set(day, counts)
    }
    const views = folded.changes.map(({ before, after }) => ({ before: before?.view ?? null, after: after.view }))
    for (const [day, by] of figureMoves(views)) {
      const moved = movedFigures(this.figures.get(day) ?? {}, by)
      if (Object.keys(moved).length === 0) this.figures.delete(day)
      else this.figures.set(day, moved)
    }
    for (const id of sums.dropped) this.attentions.delete(id)
    for (const one of sums.attentions) this.attentions.set(one.id, one)
    this.related = folded.related
    this.applications += sums.applications
    this.marked += sums.marked
  }

  snapshot() {
    const sorted = <K extends string | number, V>(map: Map<K, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      records: sorted(this.records),
      days: sorted(this.days),
      figures: sorted(this.figures).map(([day, figures]) => [day, Object.entries(figures).sort()]),
      attentions: sorted(this.attentions),
      undone: [...this.related.undoneBatches].sort(),
      erased: [...this.related.erasedSubjects].sort(),
      applications: this.applications,
      marked: this.marked,
      waiting: sorted(this.records).flatMap(([id, record]) => marksOf(record.view).map(mark => `${mark} ${id}`)),
    }
  }
}
