// Loaded before the program: its wall clock is off by so many milliseconds.
const real = Date.now
const shift = Number(process.env.DESK_CLOCK_SHIFT ?? 0)
Date.now = () => real() + shift
