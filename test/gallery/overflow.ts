/**
 * To be evaluated in a page: what is not whole there. Text that an ellipsis stands for was cut on purpose, and a
 * table may be scrolled sideways; what only a screen reader is to find is one pixel wide.
 */
export const overflowing = `(() => {
  const found = [];
  const shortened = new Set();
  const say = (what, element) => found.push(what + ': ' + element.outerHTML.slice(0, 160));
  for (const element of document.querySelectorAll('body, body *')) {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
    if (element.clientWidth <= 1 || element.closest('svg, input, textarea, select')) continue;
    const isWide = element.scrollWidth > element.clientWidth + 1;
    const isHigh = element.scrollHeight > element.clientHeight + 1;
    const isShort = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
    if (isShort) shortened.add(element);
    const isTable = element.querySelector(':scope > table') !== null;
    if (overflowX !== 'visible' && isWide && !isShort && !isTable) say('wider than its box', element);
    if (['hidden', 'clip'].includes(overflowY) && isHigh && !isShort) say('higher than its box', element);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    if (parentElement.closest('[class*="sr-only"], table, [data-live-announcer], script, style')) continue;
    if ([...shortened].some((element) => element.contains(parentElement))) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const isOutside = [...range.getClientRects()].some(({ left, right }) => left < -1 || right > innerWidth + 1);
    if (isOutside) say('outside the page', parentElement);
  }
  return found;
})()`;
