/** Lets our desktop, and nobody else, frame the app's page; every other directive stays as the app sent it. */
export function withFrameAncestors(policy: string | null, desktopOrigin: string): string {
  const kept = (policy ?? '')
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !/^frame-ancestors(\s|$)/i.test(directive));
  return [...kept, `frame-ancestors ${desktopOrigin}`].join('; ');
}

/** For a document that is shown at our address, but is at home with its files on the server of `origin`. */
export function withPageServer(policy: string, origin: string): string {
  const socket = origin.replace(/^http/, 'ws');
  return policy
    .replaceAll("'self'", `'self' ${origin} ${socket}`)
    .replace(/(?<=^|; )base-uri [^;]*/i, `base-uri ${origin}`);
}

/** Before the page's own first script, as a preload runs. */
export function withFirst(html: string, elements: string): string {
  const place = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html);
  if (place === null) return elements + html;
  const end = place.index + place[0].length;
  return html.slice(0, end) + elements + html.slice(end);
}
