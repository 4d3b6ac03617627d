/** Where neither side of its button or field has room, on a screen at 200 %, what opens lies over it rather than out of sight. */
export const INTO_SIGHT = {
  flip: true,
  shift: { crossAxis: true, padding: 4, limiter: { fn: ({ x, y }: { x: number; y: number }) => ({ x, y }) } },
} as const
