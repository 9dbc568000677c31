// Takes the words selected in a section along to the page where an error in it is reported. Without
// this file they are pasted there.
(() => {
  "use strict";

  const AROUND = 32;
  const LONGEST = 400; // an address has room for no more
  let chosen = null;

  const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

  const words = (cell, from, to) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    if (from) {
      range.setStart(from.endContainer, from.endOffset);
    }
    if (to) {
      range.setEnd(to.startContainer, to.startOffset);
    }
    return range.toString();
  };

  // Remembered, since pressing the link takes the selection away.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) {
      return;
    }
    const range = selection.getRangeAt(0);
    const cell = element(range.commonAncestorContainer).closest(".cell");
    const row = cell ? cell.closest(".row") : null;
    const exact = range.toString().trim();
    chosen = row && exact
      ? {
          row,
          side: cell.classList.contains("original") ? "original" : "translation",
          exact: exact.slice(0, LONGEST),
          prefix: words(cell, null, range).slice(-AROUND),
          suffix: exact.length > LONGEST ? "" : words(cell, range, null).slice(0, AROUND),
        }
      : null;
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.report");
    if (!link || !chosen || link.closest(".row") !== chosen.row) {
      return;
    }
    const address = new URL(link.href);
    for (const part of ["side", "exact", "prefix", "suffix"]) {
      address.searchParams.set(part, chosen[part]);
    }
    link.href = address.href;
  });
})();
