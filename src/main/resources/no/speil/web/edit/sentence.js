// The sentence of the original that answers the one being written is marked, and stays in view.
(() => {
  "use strict";

  const { editing } = globalThis.speil;
  if (!editing || typeof Highlight === "undefined" || !CSS.highlights || !Intl.Segmenter) {
    return;
  }
  const PAUSE = 150;
  const NAME = "sentence";
  const MANY = 20; // from here on one does not see where one is
  const ENDED = /[.!?…]["'”’»)\]]*\s+$/;

  const sentences = (text, lang) => Array.from(new Intl.Segmenter(lang, { granularity: NAME }).segment(text));

  // The sentences of a cell, as ranges.
  const ranges = (cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      nodes.push([text.length, walker.currentNode]);
      text += walker.currentNode.data;
    }
    const place = (at) => {
      const [from, node] = nodes.findLast(([start]) => start <= at);
      return [node, Math.min(at - from, node.length)];
    };
    return sentences(text, cell.lang || undefined)
      .filter(({ segment }) => segment.trim() !== "")
      .map(({ index, segment }) => {
        const range = document.createRange();
        range.setStart(...place(index + segment.length - segment.trimStart().length));
        range.setEnd(...place(index + segment.trimEnd().length));
        return range;
      });
  };

  editing.parts.push(({ row, box, signal }) => {
    const cell = row.querySelector(".original");
    const all = ranges(cell);
    const place = document.getElementById(NAME);
    let at = -1;
    let timer = 0;

    const mark = () => {
      const before = box.value.slice(0, box.selectionEnd);
      const begun = sentences(before, "en").length - (ENDED.test(before) || before === "" ? 0 : 1);
      const now = Math.min(begun, all.length - 1);
      if (now !== at) {
        at = now;
        CSS.highlights.set(NAME, new Highlight(all[at]));
        place.textContent = place.dataset.words.replace("{0}", at + 1).replace("{1}", all.length);
        place.hidden = all.length < MANY;
        const view = cell.getBoundingClientRect();
        const shown = all[at].getBoundingClientRect();
        if (shown.top < view.top || shown.bottom > view.bottom) {
          cell.scrollTop += shown.top - view.top - view.height / 3; // only an original that rolls by itself
        }
      }
    };

    CSS.highlights.delete(NAME);
    if (all.length > 1 && !box.hidden) {
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(mark, PAUSE);
      };
      for (const type of ["input", "keyup", "click"]) {
        box.addEventListener(type, wait, { signal });
      }
      signal.addEventListener("abort", () => clearTimeout(timer));
      mark();
    }
  });
})();
