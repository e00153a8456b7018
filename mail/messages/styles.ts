import type { Colours } from './colours.ts'

/** Fonts that are everywhere already; a letter loads none. */
export const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
export const serif = "Georgia,'Times New Roman',serif"

/**
 * What cannot be said in a `style` attribute: colours by night. Programs that drop style sheets or turn colours
 * around by themselves start from dark ink on light paper, which stands it.
 */
export function styleSheet({ dark }: { dark: Colours }): string {
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper,.paper>div{background-color:${dark.paper}!important}
.ink,.ink>div,.ink h2,.ink h3{color:${dark.ink}!important}
.soft,.soft>div{color:${dark.soft}!important}
.attention{color:${dark.attention}!important}
.settled{color:${dark.settled}!important}
.accent,.ink a{color:${dark.accent}!important}
.line,.hairline p{border-color:${dark.hairline}!important}
.rule p{border-color:${dark.accent}!important}
td.button{background-color:${dark.accent}!important}
.ink a.button{color:${dark.paper}!important}
}`
}
