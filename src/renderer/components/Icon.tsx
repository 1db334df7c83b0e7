import type { ReactNode } from 'react'

const shapes = {
  inbox: <path d="M4 5h16v10H9l-5 4z" />,
  contacts: (
    <>
      <circle cx="9" cy="8" r="3.2" />
      <path d="M3.5 19c.6-3.4 2.7-5 5.5-5s4.9 1.6 5.5 5M15.5 5.300a3 3 0 0 1 0 5.500M17 14.200c2 .6 3.2 2.2 3.6 4.8" />
    </>
  ),
  group: (
    <>
      <circle cx="12" cy="8" r="3" />
      <path d="M6.500 19c.5-3.400 2.600-5 5.500-5s5 1.600 5.500 5M5.800 6.200a2.600 2.600 0 0 0-.3 4.600M3 17.500c.2-1.700.8-2.900 1.800-3.700M18.200 6.200a2.600 2.600 0 0 1 .3 4.600M21 17.500c-.2-1.700-.8-2.900-1.800-3.700" />
    </>
  ),
  funnel: <path d="M4 5.500h16l-6.200 7.200v5.800l-3.600-1.800v-4z" />,
  activity: <path d="M3.500 12.500h4l2.500-7 4 13 2.500-6h4" />,
  settings: (
    <>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2.2" />
      <circle cx="9" cy="17" r="2.2" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="m20 20-4.7-4.7" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  check: <path d="m5 12.5 4.5 4.500L19 7.5" />,
  warning: (
    <>
      <path d="M12 4 3 19.500h18z" />
      <path d="M12 10v4.500M12 17v.2" />
    </>
  ),
  question: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9.6 9.400a2.5 2.5 0 1 1 3.6 2.300c-.8.4-1.2 1-1.2 1.900M12 16.600v.2" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5.500M12 7.600v.2" />
    </>
  ),
  offline: <path d="M4 4l16 16M5 10.500a11 11 0 0 1 4-2.400M19 10.500a11 11 0 0 0-6.5-2.900M8 14a6 6 0 0 1 5.5-1.600M12 18.500v.2" />,
  smile: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M8.500 14.200c1.600 2.600 5.400 2.600 7 0M9 9.500v.2M15 9.500v.2" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.500V12l3 2" />
    </>
  ),
  arrowDown: <path d="M12 5v14m-5.5-5.500L12 19l5.5-5.5" />,
  arrowUp: <path d="M12 19V5m-5.5 5.500L12 5l5.5 5.500" />,
  arrowLeft: <path d="M19 12H5m5.5-5.500L5 12l5.5 5.5" />,
  chevronDown: <path d="m7 10 5 5 5-5" />,
  chevronRight: <path d="m10 7 5 5-5 5" />,
  more: <path d="M6 12h.1M12 12h.1M18 12h.1" />,
  upload: <path d="M4 15v4h16v-4M12 15V4M8 8l4-4 4 4" />,
  download: <path d="M4 15v4h16v-4M12 4v11m-4-4 4 4 4-4" />,
  bell: <path d="M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.500 1.500H5zM10 20.500h4" />,
  appearance: <path d="M12 3.500a8.500 8.500 0 1 0 0 17zM12 3.500a8.500 8.500 0 0 1 0 17" />,
  print: <path d="M7 9V4h10v5M7 16H4.500V9h15v7H17M7 13.500h10V20H7zM16.500 11.500h.1" />,
  pause: <path d="M9 6v12M15 6v12" />,
  play: <path d="M8 5.5 18 12 8 18.500z" />,
  key: (
    <>
      <circle cx="8" cy="15" r="3.5" />
      <path d="m10.5 12.5 8-8M15 8l2.5 2.500M18.5 4.500l1.5 1.5" />
    </>
  ),
  phone: <path d="M8 3.500h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM11 17.500h2" />,
  call: (
    <path d="M6.500 4h3l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500v3a1.500 1.500 0 0 1-1.700 1.500A15.500 15.500 0 0 1 5 5.700 1.500 1.500 0 0 1 6.500 4z" />
  ),
  pin: <path d="M9 4h6l-.8 6 3.300 3.500h-11L9.800 10zM12 13.500V20" />,
  label: (
    <>
      <path d="M4 5.500v6.200l8 8 6.700-6.700-8-8H5A1 1 0 0 0 4 5.500z" />
      <path d="M8.200 9.200v.1" />
    </>
  ),
  archive: <path d="M4 5h16v4H4zM5.500 9v10h13V9M10 12.500h4" />,
  trash: <path d="M5 7h14M9 7V4.500h6V7M7 7l.8 12.500h8.400L17 7M10.5 10.500v5.500M13.5 10.500v5.5" />,
  edit: <path d="M5 19l.8-3.600L16 5.200a1.5 1.5 0 0 1 2.1 0l.7.7a1.5 1.5 0 0 1 0 2.100L8.6 18.200z" />,
  refresh: <path d="M19 8a8 8 0 1 0 .9 6M19.5 4v4.500H15" />,
  keyboard: <path d="M3.5 7h17v10h-17zM7 10.200h.1M10.3 10.200h.1M13.7 10.200h.1M17 10.200h.1M8 13.800h8" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

/** A line icon in the colour of the text around it. Always decoration: the words beside it carry the meaning. `size` in pixels. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  )
}
