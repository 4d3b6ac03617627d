/** The part of Trusted Types used here; not in every TypeScript library yet. */
interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: { createHTML: (text: string) => string | null }): unknown
}

// The component library writes the text of its style elements as HTML, which the page's policy forbids. Text without
// markup makes no element and is let through; everything else stays blocked.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory }
trustedTypes?.createPolicy('default', { createHTML: text => (text.includes('<') ? null : text) })

export {}
