/** Strokes on a grid of 24; each a picture of one thing, drawn with the colour of the text beside it. */
const strokes = {
  news: 'M5 4h14v16H5zM8.5 8.5h7M8.5 12h7M8.5 15.5h4',
  request: 'M5 4h14v16H5zM8 9l1.2 1.2L11.5 8M8 15l1.2 1.2 2.3-2.2M14 9.5h2.5M14 15.5h2.5',
  answer: 'M10 6 4.5 11.5 10 17M4.5 11.5H14a5.5 5.5 0 0 1 5.5 5.5v1.5',
  message: 'M4 6h16v12H4zM4.5 6.5 12 13l7.5-6.5',
  'court-movement': 'M4 20h16M6 17h12M7.5 17v-7M12 17v-7M16.5 17v-7M4.5 10h15L12 4.5z',
  'manual-movement': 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  publication: 'M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7.5 9h6M7.5 12.5h6M7.5 16h3.5',
  task: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 7.5V12l3 2',
  document: 'M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8.5h4.5',
  back: 'M19 12H5M11 6l-6 6 6 6',
  attach: 'M12 5v14M5 12h14',
  remove: 'M6 6l12 12M18 6L6 18',
  pending: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15',
  received: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M12 8v8M8.5 12.5L12 16l3.5-3.5',
  approved: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M8.5 12.2l2.5 2.5 4.5-5',
  rejected: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M12 8v5M12 16v.2',
  waived: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M8.5 12h7',
} as const

export type IconName = keyof typeof strokes

/** A small drawing that only repeats what the words beside it say, so it is not read out. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  )
}
