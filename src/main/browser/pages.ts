/** How these pages look: as the start-up screens of the desk (src/renderer/startup/startup.css), with nothing fetched. */
export const PLAIN_STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, 'Segoe UI', 'Cantarell', 'Noto Sans', sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f4f6f8, #14191f); color: light-dark(#17202a, #e6ebf0); }
main { box-sizing: border-box; max-width: 34rem; margin: 1.5rem; padding: 2rem; border: 1px solid light-dark(#e3e7ec, #2a323b); border-radius: 14px; background: light-dark(#ffffff, #1b2129); }
h1 { margin: 0 0 0.75rem; font-size: 1.25rem; }
p { margin: 0.75rem 0 0; }
a { color: light-dark(#0f6e6e, #6cc5c1); }
`

/** Shown instead of the desk to a browser that has not been let in. */
export const HOW_TO_OPEN_PAGE = plainPage(
  'SMS Desk is running here',
  `<p>To open it, use the whole address that was shown when SMS Desk was started. It ends in a long key that only you
have, so that nobody else's page can reach your customers.</p>
<p>If you have just opened that address, <a href="/">continue to SMS Desk</a>.</p>`,
)

/** Shown for an address whose key is wrong or was used up. */
export const WRONG_KEY_PAGE = plainPage(
  'This address no longer opens SMS Desk',
  `<p>It belongs to an earlier start, or it was not copied whole. Use the address that SMS Desk showed when it was
started last.</p>`,
)

/** Shown when the built window is not there. */
export const NOT_BUILT_PAGE = plainPage(
  'The window of SMS Desk is missing',
  `<p>The files of the window were not found. Stop SMS Desk and start it again with <code>npm start</code>, which makes them.</p>`,
)

/**
 * Goes on to the desk from a page of the desk itself: after a click somewhere else a browser keeps a strict cookie to
 * itself for the whole chain of redirects.
 */
export const GO_ON_PAGE = plainPage(
  'Opening SMS Desk',
  '<p><a href="/">Continue to SMS Desk</a></p>',
  '<meta http-equiv="refresh" content="0; url=/">',
)

function plainPage(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${head}
<title>${title}</title><style>${PLAIN_STYLE}</style></head>
<body><main><h1>${title}</h1>
${body}
</main></body></html>
`
}
