/** What an application is about, as it stands in the register. `registered` is a day, `YYYY-MM-DD`. */
export interface Matter {
  readonly essence: string
  readonly topic: string
  readonly subtopic: string
  readonly district: string
  readonly language: string
  readonly registered: string
}

/** Something a matter names: of a kind, in a form that both languages share, and as it was typed. */
export interface Mark {
  readonly kind: string
  readonly value: string
  readonly text: string
}

/** A number a matter names. */
export interface NumberMark extends Mark {
  readonly kind: 'date' | 'year' | 'span' | 'number'
  /** What it may count or number, of its two neighbours: the number of a school is no number of children. */
  readonly beside: readonly string[]
}

/** A matter made ready for many comparisons. */
export interface Prepared {
  /** All words, folded: equal for two texts that differ in spelling alone. */
  readonly words: string
  readonly language: string
  /** Things both languages have a word for, by kind. */
  readonly known: ReadonlyMap<string, readonly Mark[]>
  /** Names and other words, by their sounds without endings. */
  readonly spelled: readonly Mark[]
  readonly numbers: readonly NumberMark[]
  readonly filed: Readonly<Record<'topic' | 'subtopic' | 'district', string>>
}

/** Why two matters are alike or not: what is named by both, or what is named otherwise; as typed in either. */
export interface Reason {
  readonly kind: string
  readonly first: string
  readonly second: string
}

/** How alike two matters are: 0 to 1, and the reasons, the weightiest first. A person decides (clause 14). */
export interface Likeness {
  readonly score: number
  readonly shared: readonly Reason[]
  readonly differs: readonly Reason[]
}
