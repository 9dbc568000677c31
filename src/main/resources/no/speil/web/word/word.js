// Looks a word up where it stands: in a box below its paragraph, with a line under what stands for it in the other
// text. Without this file the form of the help page leads to the page of a word.
(() => {
  "use strict";

  const { keys, place, press, rows, sentences } = globalThis.speil;
  const { cell, mark, pairs, signs, span, told } = sentences;
  const { lang, dataset: { root } } = document.documentElement;
  const headers = { "Accept-Language": lang };
  const box = document.getElementById("word-box");
  const content = box.querySelector(".content");
  const said = document.getElementById("counterpart");
  const narrow = matchMedia("(max-width: 47.5rem)");
  const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'\u2019][\p{L}\p{M}\p{N}]+)*/gu;
  const LONG_PRESS = 450; // milliseconds
  const MOVED = 10; // pixels
  const LONGEST = 512; // letters that are looked up
  const GAP = 4;
  let shown = null;
  let asking = null;
  let back = null;

  /** Every word of a text, in order. */
  const words = (within) => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      for (const match of walker.currentNode.data.matchAll(WORD)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, match.index);
        range.setEnd(walker.currentNode, match.index + match[0].length);
        found.push(range);
      }
    }
    return found;
  };

  const textAround = (node) => (node.closest ? node : node.parentElement)?.closest(".row .cell[lang]");

  // A section that is not translated is shown in its own language.
  const side = (within) =>
    within.classList.contains("original") || !within.lang.startsWith("en") ? "original" : "translation";
  const other = (which) => (which === "original" ? "translation" : "original");

  // Where the same words, as often as before, stand in another writing of the text.
  const same = (from, to, wanted, index) => {
    let [here, there] = [-1, -1];
    do {
      here = from.text.indexOf(wanted, here + 1);
      there = to.text.indexOf(wanted, there + 1);
    } while (here >= 0 && here < index && there >= 0);
    return here === index ? there : -1;
  };

  /** The word's place in the text of its section; 0 where that is not known. */
  const offset = (found, within, range) => {
    const page = signs(within);
    const index = page.places.findIndex(([node, at]) => node === range.startContainer && at === range.startOffset);
    const text = told(found, side(within));
    return text.places[same(page, text, range.toString(), index)] ?? 0;
  };

  const markCounterpart = (found) => {
    const here = content.querySelector(".here");
    const which = other(side(shown.within));
    const within = cell(shown.row, which);
    if (!here?.dataset.counterpart || !within || within === shown.within || !CSS.highlights) {
      return;
    }
    const wanted = here.dataset.counterpart.replace(/\s+/g, "");
    const [text, page] = [told(found, which), signs(within)];
    const start = same(text, page, wanted, text.places.indexOf(Number(here.dataset.counterpartAt)));
    if (start >= 0) {
      shown.counterpart = span(page, start, start + wanted.length);
      mark("stands-for-it", shown.counterpart);
      here.querySelector(".marked").hidden = false;
    }
  };

  // On a phone the box is at the foot: the words are brought above it.
  const roll = () => {
    const least = document.querySelector(".reader").offsetHeight + GAP;
    const most = innerHeight - box.offsetHeight - GAP;
    const word = shown.range.getBoundingClientRect();
    const both = [word, shown.counterpart?.getBoundingClientRect() ?? word];
    const top = Math.min(...both.map((each) => each.top));
    const bottom = Math.max(...both.map((each) => each.bottom));
    const seen = bottom - top <= most - least ? { top, bottom } : word;
    if (seen.bottom > most || seen.top < least) {
      scrollBy({ top: seen.bottom > most ? seen.bottom - most : seen.top - least, behavior: "instant" });
    }
  };

  // Below the paragraph and what stands beside it in its way; above them, or by the word, where there is no room.
  const settle = () => {
    if (narrow.matches) {
      box.removeAttribute("style");
      roll();
      return;
    }
    const row = shown.row.getBoundingClientRect();
    const text = shown.within.getBoundingClientRect();
    box.style.maxWidth = `${text.width}px`;
    const { height, width } = box.getBoundingClientRect();
    const inTheWay = Array.from(shown.row.querySelectorAll(":scope > .cell"), (each) => each.getBoundingClientRect())
      .filter((each) => each.left < text.left + width && each.right > text.left);
    const top = Math.min(...inTheWay.map((each) => each.top));
    const bottom = Math.max(...inTheWay.map((each) => each.bottom));
    const line = shown.range.getBoundingClientRect();
    const least = document.querySelector(".reader").getBoundingClientRect().bottom;
    const tops = [bottom + GAP, top - height - GAP, line.bottom + GAP, line.top - height - GAP];
    const best = tops.find((each) => each >= least && each + height <= innerHeight) ?? line.bottom + GAP;
    box.style.left = `${text.left - row.left}px`;
    box.style.top = `${best - row.top}px`;
  };

  const close = () => {
    if (!shown) {
      return;
    }
    asking?.abort();
    const focused = box.contains(document.activeElement);
    box.hidden = true;
    for (const name of ["looked-up", "stands-for-it"]) {
      CSS.highlights?.delete(name);
    }
    said.replaceChildren();
    shown = null;
    if (focused) {
      back.focus({ preventScroll: true });
    }
  };

  const show = (part) => {
    content.replaceChildren(part);
    const title = content.querySelector("h2");
    box.setAttribute("aria-labelledby", title ? title.id : "word-box");
    settle();
  };
  const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });

  // For ears: the word, what it means, and what stands for it here.
  const announce = () => {
    const parts = content.querySelectorAll("h2, .kind, .senses, .here");
    said.textContent = Array.from(parts, (each) => each.textContent.trim().replace(/\s+/g, " ")).join(". ");
  };

  const ask = async (word) => {
    const { row, within, range } = shown;
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    show(paragraph(box.dataset.asking));
    try {
      const found = await pairs(row);
      const query = new URLSearchParams({
        in: side(within) === "original" ? "no" : "en",
        section: row.id.slice(2),
        at: offset(found, within, range),
      });
      const answer = await fetch(`${root}word/${encodeURIComponent(word.slice(0, LONGEST))}?${query}`, { signal, headers });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const lookup = page.getElementById("lookup");
      if (!lookup) {
        throw new Error(String(answer.status));
      }
      show(lookup);
      markCounterpart(found);
      settle();
      announce();
    } catch (failure) {
      if (!signal.aborted) {
        show(paragraph(box.dataset.away));
        said.textContent = box.dataset.away;
      }
    }
  };

  const open = (within, range, focus) => {
    if (!shown) {
      back = document.activeElement;
    }
    sentences.clear?.();
    CSS.highlights?.delete("stands-for-it");
    shown = { row: within.closest(".row"), within, range };
    shown.row.append(box);
    box.hidden = false;
    mark("looked-up", range);
    if (focus) {
      box.focus({ preventScroll: true });
      range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
    }
    ask(range.toString());
  };

  const at = (event) => {
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const old = caret ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
    const [node, offsetThere] = caret ? [caret.offsetNode, caret.offset] : [old?.startContainer, old?.startOffset];
    const within = node && textAround(node);
    const range = within && words(within).find((each) => each.isPointInRange(node, offsetThere));
    if (range && !event.target.closest("a, button, summary")) {
      open(within, range, false);
    }
  };

  document.addEventListener("dblclick", at);
  // A long press
  let held = {};
  const release = () => clearTimeout(held.timer);
  document.addEventListener("pointerdown", (event) => {
    release();
    held = { x: event.clientX, y: event.clientY };
    if (event.pointerType === "touch" && event.isPrimary) {
      held.timer = setTimeout(() => {
        held.isLong = true;
        at(event);
      }, LONG_PRESS);
    }
  });
  document.addEventListener("click", (event) => {
    if (held.isLong && event.detail > 0) {
      held = {};
      event.stopPropagation(); // the end of a long press is no click
    }
  }, { capture: true });
  document.addEventListener("pointermove", (event) => {
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > MOVED) {
      release();
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, release);
  }

  /** The word to look up by key: the one chosen, the next of those looked up, or the first where one reads. */
  const next = (step) => {
    const selection = getSelection();
    const chosen = selection.isCollapsed || shown ? null : selection.getRangeAt(0);
    const [sentence] = CSS.highlights?.get("sentence") ?? [];
    const from = chosen ?? sentence;
    const within = shown?.within
      ?? (from && textAround(from.startContainer))
      ?? (place() ?? rows()[0])?.querySelector(".cell[lang]");
    const all = within ? words(within) : [];
    const here = shown
      ? all.findIndex((each) => each.compareBoundaryPoints(Range.START_TO_START, shown.range) === 0) + step
      : from ? all.findIndex((each) => each.compareBoundaryPoints(Range.START_TO_END, from) > 0) : 0;
    const range = all.at(here % all.length);
    if (range) {
      open(within, range, true);
    }
  };

  keys.w = () => {
    const check = place()?.querySelector('[data-key="w"]');
    if (check && !shown && getSelection().isCollapsed) {
      press("w", place());
    } else {
      next(1);
    }
  };
  keys.W = () => next(-1);

  box.querySelector(".close").addEventListener("click", close);
  content.addEventListener("click", (event) => {
    const part = event.target.closest("a.each");
    if (part && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      ask(part.textContent);
    }
  });
  document.addEventListener("click", (event) => {
    if (event.detail < 2 && !box.contains(event.target) && event.target.isConnected) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    }
  });
  addEventListener("resize", () => shown && settle());

  globalThis.speil.closeWord = close;
})();
