/** What browsers say of keys that went to an input method. */
const processedKeyCode = 229;

/**
 * Keys pressed while an input method composes a character are its own: its Enter takes a word and its Escape drops one,
 * and neither commits a field nor leaves a screen. They still reach the method, which hears of them before any page.
 */
export function leaveKeysToInputMethod(window: Window): () => void {
  const onKey = (event: KeyboardEvent): void => {
    // Chromium has no other sign of the key that begins a composition.
    if (!event.isComposing && event.keyCode !== processedKeyCode) return;
    event.stopPropagation();
    // Chromium itself empties a search field at this key.
    if (event.key === 'Escape') event.preventDefault();
  };
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('keyup', onKey, true);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('keyup', onKey, true);
  };
}
