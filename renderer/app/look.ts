import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The sky of the flag, from tint to shade; 7 carries white text at 4.9:1, 3 stands on the dark ground. */
const SKY: MantineColorsTuple = [
  '#e3f4f8',
  '#c9e9f1',
  '#9fd8e6',
  '#5cc0d8',
  '#2aa8c7',
  '#0f95b6',
  '#0086a8',
  '#00748f',
  '#00566b',
  '#003f4f',
]

/** Grounds and lines of the dark screen, from light ink to the deepest ground: of the same blue as the cards. */
const NIGHT: MantineColorsTuple = [
  '#e7edf2',
  '#c3ced7',
  '#a3b1bd',
  '#7b8b98',
  '#3a4853',
  '#2c3842',
  '#1d2831',
  '#182129',
  '#131b22',
  '#10171d',
]

/** The look of inputs and buttons: calm, dense, 14 px and up. */
export const LOOK = createTheme({
  primaryColor: 'sky',
  primaryShade: { light: 7, dark: 7 },
  colors: { sky: SKY, dark: NIGHT },
  fontFamily: '"Noto Sans", sans-serif',
  fontFamilyMonospace: '"Noto Sans", sans-serif',
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '14px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontFamily: '"Noto Sans", sans-serif' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // Locking the scroll would write a style without the nonce; the page itself never scrolls.
    Modal: { defaultProps: { centered: true, radius: 'lg', lockScroll: false } },
  },
})

/** The nonce main put into the page for the styles made at run time. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
