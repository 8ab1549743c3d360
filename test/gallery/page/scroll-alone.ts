/** What comes into sight in a frame brings the frame into sight as well: here that would move the page with all of them. */
export function scrollAlone(): void {
  if (window === window.parent) return;
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (this: HTMLElement): void {
    focus.call(this, { preventScroll: true });
  };
  Element.prototype.scrollIntoView = function (this: Element): void {
    const scroller = scrollerOf(this.parentElement);
    const { top, height } = this.getBoundingClientRect();
    const from = scroller?.getBoundingClientRect().top ?? 0;
    scroller?.scrollBy(0, top - from - (scroller.clientHeight - height) / 2);
  };
}

function scrollerOf(element: Element | null): Element | null {
  if (element === null || /auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
  return scrollerOf(element.parentElement);
}
