/** Whether two words are one slip of a typist apart: a letter left out, added or another, or two neighbours swapped. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || !mayBegin(a, b)) return false
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1
  const restA = a.length - start - end
  const restB = b.length - start - end
  if (restA <= 1 && restB <= 1) return true
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}

/** Whether `typed` is one slip away from how `word` begins. */
export function isOneSlipFromStart(typed: string, word: string): boolean {
  if (!mayBegin(typed, word)) return false
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1) {
    if (length <= word.length && isOneSlipApart(typed, word.slice(0, length))) return true
  }
  return false
}

/** Whether the first two letters leave room for one slip: nearly all words are passed over by this alone. */
function mayBegin(a: string, b: string): boolean {
  const [a0, a1, b0, b1] = [a.charCodeAt(0), a.charCodeAt(1), b.charCodeAt(0), b.charCodeAt(1)]
  return a0 === b0 || a1 === b1 || a1 === b0 || a0 === b1 || a.length < 2 || b.length < 2
}
