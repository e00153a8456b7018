import { useMatches } from '@remix-run/react'
import { createContext, useContext } from 'react'
import type { ClientSession } from '#core/access/session/client-session.ts'
import type { Office } from '#core/office.ts'
import { dayOf, zoneInWords } from '#core/words/format.ts'
import type { Locale } from '#core/words/locale.ts'
import type { FirmShown } from '#core/firms/firm-shown.ts'
import { portalWordsOf } from '../portal-words.ts'
import { uploadLimit } from '../upload-limit.ts'

/** What surrounds a page: whose portal it is, and the language and zone it speaks in. */
export type Frame = {
  locale: Locale
  timeZone: string
  /** What people call that zone. */
  zone: string
  /** `YYYY-MM-DD` in that zone. */
  today: string
  /** When the page was written. */
  at: Date
  /** Of a page for a member how clients are addressed is not said. */
  firm: (Omit<FirmShown, 'formOfAddress'> & Partial<FirmShown>) | null
  signedIn: boolean
  /** Whose portal a member looks at, who cannot act; null for everybody else. */
  preview: string | null
  /** The most that can be handed in at once, as `uploadLimit` tells it. */
  mostBytes: number
}

/**
 * The frame of those who have entered: their own language and zone, their firm's name and colour. One for each request,
 * which looks its session up once: the root asks for it, and so does the page.
 */
export function frameOf(session: ClientSession, office: Office): Frame {
  const known = frames.get(session)
  if (known) return known
  const { locale, timeZone, firm } = session
  const preview = session.borrowedBy && session.accessName
  const frame = { ...makeFrame({ locale, timeZone, firm, signedIn: true }, office), preview }
  frames.set(session, frame)
  return frame
}

const frames = new WeakMap<ClientSession, Frame>()

/** The frame of anybody else, such as the holder of a link. */
export function makeFrame(
  about: Pick<Frame, 'locale' | 'timeZone' | 'firm' | 'signedIn'>,
  office: Office,
): Frame {
  const { locale, timeZone, signedIn, firm } = about
  return {
    locale,
    timeZone,
    signedIn,
    preview: null,
    // Named one by one: what a session holds besides is not for the browser.
    firm: firm && {
      name: firm.name,
      supportContact: firm.supportContact,
      accent: firm.accent,
      formOfAddress: firm.formOfAddress,
    },
    zone: zoneInWords(timeZone, locale),
    today: dayOf(office.clock(), timeZone),
    at: office.clock(),
    mostBytes: uploadLimit(office.config.maxMessageBytes),
  }
}

/** Of the innermost page that has one: a link for one request speaks for its own firm, whoever has entered besides. */
export function useInnermostFrame(): Frame {
  const frames = useMatches().map((match) => frameIn(match.data))
  return frames.findLast((frame) => frame !== null) ?? nobodysFrame
}

export const FrameContext = createContext<Frame | null>(null)

/** What surrounds the page that is being written. */
export function useFrame(): Frame {
  return useContext(FrameContext) ?? nobodysFrame
}

/** The portal's copy in the language of the page. */
export function useWords() {
  const { locale, firm } = useFrame()
  return portalWordsOf(locale, firm?.formOfAddress)
}

/** The page's title in a browser's tab and history: what it is, and whose. */
export function pageTitle(frame: Frame | undefined, text: string) {
  return [{ title: frame?.firm ? `${text} · ${frame.firm.name}` : text }]
}

// For the one case in which not even the root's loader could answer.
const nobodysFrame: Frame = {
  locale: 'es-CL',
  timeZone: 'UTC',
  zone: 'UTC',
  today: '',
  at: new Date(0),
  firm: null,
  signedIn: false,
  preview: null,
  mostBytes: 0,
}

function frameIn(data: unknown): Frame | null {
  const holder = data as { frame?: Frame } | null | undefined
  return holder?.frame ?? null
}
