// Marks in the other text what says the same as a sentence. The page reads the same without this file.
(() => {
  "use strict";

  const said = document.getElementById("counterpart");
  const SIDES = ["original", "translation"];
  const known = new Map();
  let stepped = null;
  let at = -1;

  const cell = (row, side) => row.querySelector(`.cell.${side}[lang]`);

  // The aligned sentences of a section and its citation; without them where the server is away.
  const ask = (row) => {
    if (!known.has(row.id)) {
      const { lang, dataset: { root } } = document.documentElement;
      const asked = fetch(`${root}api/v1/sections/${row.id.slice(2)}/sentences`, { headers: { "Accept-Language": lang } })
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
        .catch(() => {
          known.delete(row.id); // the next time it is asked again
          return { pairs: [] };
        });
      known.set(row.id, asked);
    }
    return known.get(row.id);
  };
  const pairs = async (row) => (await ask(row)).pairs;

  // Shown in a text, but none of its words.
  const APART = ".footnote-ref, .footnote > sup, .footnote-back, .absence, .missing-picture b";

  // White space is written otherwise in the page than in the text: only the other signs count.
  const signs = (within) => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const places = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let offset = 0; offset < node.data.length; offset++) {
        if (/\S/.test(node.data[offset])) {
          text += node.data[offset];
          places.push([node, offset]);
        }
      }
    }
    return { text, places };
  };

  // The text of a section's sentences in the same way, and where in the section each sign stands.
  const told = (found, side) => {
    const places = [];
    let text = "";
    for (const { [side]: part } of found) {
      for (let at = 0; at < (part ? part.text.length : 0); at++) {
        if (/\S/.test(part.text[at])) {
          text += part.text[at];
          places.push(part.from + at);
        }
      }
    }
    return { text, places };
  };

  const span = ({ places }, start, end) => {
    const range = document.createRange();
    range.setStart(...places[start]);
    range.setEnd(places[end - 1][0], places[end - 1][1] + 1);
    return range;
  };

  // The range of each pair's sentences on one side; null where they are not found in the page.
  const ranges = (row, found, side) => {
    const within = cell(row, side);
    const shown = within ? signs(within) : { text: "", places: [] };
    let from = 0;
    return found.map((pair) => {
      const wanted = pair[side] ? pair[side].text.replace(/\s+/g, "") : "";
      const start = wanted ? shown.text.indexOf(wanted, from) : -1;
      if (start < 0) {
        return null;
      }
      from = start + wanted.length;
      return span(shown, start, from);
    });
  };

  const words = (row, pair, side) => {
    const part = document.createElement("span");
    const within = cell(row, side);
    if (pair[side]) {
      part.lang = within ? within.lang : "";
      part.textContent = pair[side].text;
    } else {
      part.textContent = said.dataset.none;
    }
    return part;
  };

  const show = (row, found, index, side) => {
    const other = SIDES.find((each) => each !== side);
    const own = ranges(row, found, side)[index];
    const theirs = ranges(row, found, other)[index];
    CSS.highlights.set("sentence", new Highlight(...[own].filter(Boolean)));
    CSS.highlights.set("counterpart", new Highlight(...[theirs].filter(Boolean)));
    said.replaceChildren(words(row, found[index], side), " – ", words(row, found[index], other));
    const shown = own || theirs;
    if (shown) {
      shown.startContainer.parentElement.scrollIntoView({ block: "nearest" });
    }
  };

  // For the other scripts of a text's page.
  const mark = (name, ...found) => CSS.highlights?.set(name, new Highlight(...found));
  globalThis.speil.sentences = { SIDES, ask, cell, mark, pairs, ranges, signs, span, told };
  if (typeof Highlight === "undefined" || !CSS.highlights) {
    return;
  }

  const clear = () => {
    CSS.highlights.delete("sentence");
    CSS.highlights.delete("counterpart");
    said.replaceChildren();
    stepped = null;
    at = -1;
  };
  globalThis.speil.sentences.clear = clear;

  const isPair = (row) => SIDES.every((side) => cell(row, side));

  document.addEventListener("click", async (event) => {
    const within = event.target.closest(".row .cell[lang]");
    const row = within ? within.closest(".row") : null;
    const selection = getSelection();
    if (!row || !isPair(row) || !selection.focusNode || !selection.isCollapsed || event.target.closest("a, button, summary")) {
      return;
    }
    const [node, offset] = [selection.focusNode, selection.focusOffset];
    const side = SIDES.find((each) => within.classList.contains(each));
    const found = await pairs(row);
    if (!selection.isCollapsed) {
      return; // words have been chosen meanwhile, as by a double click
    }
    const index = ranges(row, found, side).findIndex((range) => range && range.isPointInRange(node, offset));
    if (index < 0) {
      clear();
    } else {
      stepped = row;
      at = index;
      show(row, found, index, side);
    }
  });

  const current = () => {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    return (
      document.querySelector(".row.here") ||
      document.activeElement.closest(".row") ||
      stepped ||
      (target ? target.closest(".row") : null)
    );
  };

  const step = async () => {
    const row = current();
    if (!row || !isPair(row)) {
      return;
    }
    const found = await pairs(row);
    if (found.length > 0) {
      at = row === stepped ? (at + 1) % found.length : 0;
      stepped = row;
      show(row, found, at, found[at].original ? "original" : "translation");
    }
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const off = localStorage.getItem("speil-keys") === "off";
    if (typing || off || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "s") {
      event.preventDefault();
      step();
    } else if (event.key === "Escape") {
      clear();
    }
  });
})();
