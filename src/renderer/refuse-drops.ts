const opened = ['Files', 'text/uri-list'];

/**
 * A file or link dropped on a page is opened by the browser around it, unless the page takes the drop. Text goes
 * on being dropped into fields. Returns the way to stop.
 */
export function refuseDrops(page: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const refuse = (event: DragEvent) => {
    const { dataTransfer } = event;
    if (dataTransfer === null || !dataTransfer.types.some((type) => opened.includes(type))) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
  return () => {
    page.removeEventListener('dragover', refuse);
    page.removeEventListener('drop', refuse);
  };
}
