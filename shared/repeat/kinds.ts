/** What a kind of mark weighs: `same` for one matter when both name it, `other` against when they name different ones. */
export interface Weight {
  readonly same: number
  readonly other: number
}

const WEIGHTS: Readonly<Record<string, Weight>> = {
  service: { same: 1.2, other: 1.5 },
  part: { same: 0.8, other: 0 },
  housing: { same: 1, other: 0.8 },
  land: { same: 1, other: 0.8 },
  road: { same: 1, other: 1.2 },
  flood: { same: 0.8, other: 0.5 },
  nature: { same: 1, other: 0.8 },
  facility: { same: 1, other: 0.8 },
  kin: { same: 0.6, other: 1 },
  people: { same: 0.5, other: 0 },
  aid: { same: 1, other: 1 },
  ground: { same: 1, other: 1.5 },
  remedy: { same: 1.2, other: 1 },
  illness: { same: 1.2, other: 1.2 },
  study: { same: 1, other: 1 },
  trade: { same: 1, other: 1 },
  work: { same: 1, other: 1 },
  crime: { same: 1, other: 1 },
  law: { same: 0.6, other: 0 },
  claim: { same: 1, other: 1.2 },
  business: { same: 1, other: 0.8 },
  subsidised: { same: 1, other: 1.5 },
  chattel: { same: 1, other: 1.2 },
  thing: { same: 0.5, other: 0 },
  wish: { same: 0.8, other: 2.5 },
  trouble: { same: 1, other: 1.2 },
  where: { same: 0.5, other: 1 },
  act: { same: 0.5, other: 0 },
  place: { same: 1.5, other: 2 },
  street: { same: 1.5, other: 2 },
  settlement: { same: 1.5, other: 2 },
  organisation: { same: 1.5, other: 2 },
  name: { same: 1.5, other: 0.8 },
  word: { same: 0.8, other: 0 },
  number: { same: 1.5, other: 2 },
  year: { same: 1, other: 0.8 },
  date: { same: 2, other: 2 },
  span: { same: 0.4, other: 0 },
  subtopic: { same: 0.5, other: 0.8 },
  topic: { same: 0.2, other: 0.6 },
  district: { same: 0, other: 0.3 },
}

const NOTHING: Weight = { same: 0, other: 0 }

/** What a kind of mark weighs. */
export function weightOf(kind: string): Weight {
  return WEIGHTS[kind] ?? NOTHING
}
