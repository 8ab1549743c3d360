/** Lets our desktop, and nobody else, frame the app's page; every other directive stays as the app sent it. */
export function withFrameAncestors(policy: string | null, desktopOrigin: string): string {
  const kept = (policy ?? '')
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !/^frame-ancestors(\s|$)/i.test(directive));
  return [...kept, `frame-ancestors ${desktopOrigin}`].join('; ');
}

/** Before the page's own first script, as a preload runs. */
export function withPreload(html: string, src: string): string {
  const script = `<script src="${src}"></script>`;
  const place = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html);
  if (place === null) return script + html;
  const end = place.index + place[0].length;
  return html.slice(0, end) + script + html.slice(end);
}
