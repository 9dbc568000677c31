// Quotes the words that are selected, with what says the same in the other text, and makes links to them. Without this
// file there are the links of each section.
(() => {
  "use strict";

  const { closeWord, copy, keys, rows, sentences, tell } = globalThis.speil;
  if (!sentences) {
    return; // there is no server to ask
  }
  const { SIDES, ask, cell, ranges } = sentences;
  const bar = document.getElementById("quote-bar");
  const narrow = matchMedia("(max-width: 47.5rem)");
  const MOST_SECTIONS = 20;
  const MOST_WORDS = 10;
  const END_WORDS = 5; // of a longer passage
  const AROUND = 3; // words that tell one place from others
  const SETTLED = 250; // milliseconds
  const GAP = 4;
  const BLOCK = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, pre, .cell";
  const QUOTES = { en: ["\u201c", "\u201d"], no: ["\u00ab", "\u00bb"] };
  let chosen = null;
  let pressed = false;
  let waiting = 0;

  const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
  const textOf = (node) => element(node).closest(".row .cell[lang]");
  const tidy = (text) => text.replace(/\s+/g, " ").trim();

  const meet = (one, other) =>
    one.compareBoundaryPoints(Range.START_TO_END, other) > 0 && one.compareBoundaryPoints(Range.END_TO_START, other) < 0;

  const within = (part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return range;
  };

  // The part of a range that is in a text.
  const cut = (range, part) => {
    const all = within(part);
    const common = range.cloneRange();
    if (all.compareBoundaryPoints(Range.START_TO_START, range) > 0) {
      common.setStart(all.startContainer, all.startOffset);
    }
    if (all.compareBoundaryPoints(Range.END_TO_END, range) < 0) {
      common.setEnd(all.endContainer, all.endOffset);
    }
    return common;
  };

  /** What is selected of the texts of that side in which the selection began; null where that is none. */
  const passage = (range, from) => {
    const first = from && textOf(from);
    if (!first) {
      return null;
    }
    const side = SIDES.find((each) => first.classList.contains(each));
    const parts = rows()
      .map((row) => ({ row, text: cell(row, side) ?? cell(row, SIDES.find((each) => each !== side)) }))
      .filter(({ text }) => text && meet(range, within(text)))
      .map(({ row, text }) => ({ row, text, range: cut(range, text) }))
      .filter((each) => tidy(each.range.toString()) !== "");
    return parts.length > 0 ? { parts, side } : null;
  };

  // Addresses of words (text fragments): only whole words are found.
  const LETTER = /[\p{L}\p{M}\p{N}]/u;
  const whole = (range) => {
    const wide = range.cloneRange();
    let { startContainer: node, startOffset: at } = wide;
    if (node.nodeType === Node.TEXT_NODE && LETTER.test(node.data[at] ?? "")) {
      while (at > 0 && LETTER.test(node.data[at - 1])) {
        at--;
      }
      wide.setStart(node, at);
    }
    ({ endContainer: node, endOffset: at } = wide);
    if (node.nodeType === Node.TEXT_NODE && LETTER.test(node.data[at - 1] ?? "")) {
      while (at < node.length && LETTER.test(node.data[at])) {
        at++;
      }
      wide.setEnd(node, at);
    }
    return wide;
  };
  const encode = (words) => encodeURIComponent(words.join(" ")).replace(/-/g, "%2D");
  const wordsOf = (range) => tidy(range.toString()).split(" ").filter(Boolean);
  const filled = (node) => /\S/.test(node.data);

  // The blocks of a range that have words, each with what of it is in the range.
  const blocks = (range) => {
    const root = element(range.commonAncestorContainer);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walker.nextNode()) {
      if (filled(walker.currentNode) && meet(range, within(walker.currentNode)) && textOf(walker.currentNode)) {
        found.add(walker.currentNode.parentElement.closest(BLOCK));
      }
    }
    return Array.from(found, (block) => ({ block, range: cut(range, block) }));
  };

  const fragment = (range) => {
    const wide = whole(range);
    const [first, ...others] = blocks(wide);
    const last = others.at(-1) ?? first;
    const [start, end] = [wordsOf(first.range), wordsOf(last.range)];
    const isShort = last === first && start.length <= MOST_WORDS;
    const text = isShort ? encode(start) : `${encode(start.slice(0, END_WORDS))},${encode(end.slice(-END_WORDS))}`;
    const sought = (isShort ? start : start.slice(0, END_WORDS)).join(" ").toLowerCase();
    if (tidy(document.querySelector("article").textContent).toLowerCase().split(sought).length <= 2) {
      return `:~:text=${text}`;
    }
    const before = within(first.block);
    before.setEnd(wide.startContainer, wide.startOffset);
    const after = within(last.block);
    after.setStart(wide.endContainer, wide.endOffset);
    const [prefix, suffix] = [wordsOf(before).slice(-AROUND), wordsOf(after).slice(0, AROUND)];
    return `:~:text=${prefix.length > 0 ? `${encode(prefix)}-,` : ""}${text}${suffix.length > 0 ? `,-${encode(suffix)}` : ""}`;
  };

  /** The whole range of the parts. */
  const span = (parts) => {
    const range = parts[0].range.cloneRange();
    range.setEnd(parts.at(-1).range.endContainer, parts.at(-1).range.endOffset);
    return range;
  };

  // The sentences that are touched, of both sides, with those between them; where they are not found in the page, the
  // ones that are not; where there are none, the words themselves.
  const sentencesOf = async ({ row, text, range }) => {
    const side = SIDES.find((each) => text.classList.contains(each));
    const other = SIDES.find((each) => each !== side);
    const { pairs, citation, address } = await ask(row);
    const places = ranges(row, pairs, side);
    const hit = pairs.map((pair, index) => Boolean(places[index]) && meet(range, places[index]));
    const touched = hit.includes(true)
      ? pairs.slice(hit.indexOf(true), hit.lastIndexOf(true) + 1)
      : pairs.filter((pair, index) => pair[side] && !places[index]);
    const said = (which) => touched.map((pair) => pair[which]?.text.trim() ?? "").filter(Boolean).join(" ");
    const lang = text.lang;
    const otherLang = cell(row, other)?.lang ?? (other === "translation" ? "en" : "no");
    const [first, last] = [touched.at(0), touched.at(-1)].map((pair) => places[pairs.indexOf(pair)]);
    const texts = touched.length > 0
      ? { own: said(side), other: said(other) }
      : { own: tidy(range.toString()), other: "" };
    texts.range = first && last ? span([{ range: first }, { range: last }]) : range;
    return { ...texts, lang, otherLang, citation, address };
  };

  const escape = (text) => Object.assign(document.createElement("i"), { textContent: text }).innerHTML;
  const quoted = (lang, text) => {
    const [open, close] = QUOTES[lang.startsWith("en") ? "en" : "no"];
    return `${open}${text}${close}`;
  };

  /** The quotation as plain text, as HTML and as Markdown. */
  const quotation = async ({ parts }) => {
    const found = [];
    for (const part of parts) {
      found.push(await sentencesOf(part));
    }
    const cited = document.getElementById("citation");
    const one = found.length === 1;
    const address = one ? found[0].address : cited.dataset.address;
    const citation = one ? found[0].citation : cited.textContent;
    if (!found.every((each) => each.citation)) {
      throw new Error("no answer");
    }
    const place = `${address}#${fragment(span(found))}`;
    const texts = [
      { lang: found[0].lang, paragraphs: found.map((each) => each.own) },
      { lang: found[0].otherLang, paragraphs: found.map((each) => each.other).filter(Boolean) },
    ].filter((each) => each.paragraphs.length > 0);
    const markdown = (text) => text.replace(/[\\`*_[\]<>#]/g, "\\$&");
    const lines = (text) => text.split(/\n+/);
    return {
      isBoth: texts.length > 1,
      text: [
        ...texts.map((each) => quoted(each.lang, each.paragraphs.join("\n\n"))),
        citation.replace(address, () => place),
      ].join("\n\n"),
      html: [
        ...texts.map(
          (each) =>
            `<blockquote lang="${escape(each.lang)}">`
            + each.paragraphs.flatMap(lines).map((line) => `<p>${escape(line)}</p>`).join("")
            + "</blockquote>"),
        `<p>${escape(citation).replace(escape(address), () => `<a href="${escape(place)}">${escape(address)}</a>`)}</p>`,
      ].join(""),
      markdown: [
        ...texts.map((each) => each.paragraphs.flatMap(lines).map((line) => `> ${markdown(line)}`).join("\n>\n")),
        markdown(citation).replace(markdown(address), () => `<${place}>`),
      ].join("\n\n"),
    };
  };

  const hide = () => {
    bar.hidden = true;
    chosen = null;
  };

  const copyLink = (found) => {
    const address = new URL(document.querySelector("link[rel=canonical]").href);
    const link = `${address.href.split("#")[0]}#${found.parts[0].row.id}${fragment(span(found.parts))}`;
    copy(link, bar.dataset.linkCopied);
  };

  const copyQuotation = async (found, form) => {
    if (found.parts.length > MOST_SECTIONS) {
      tell(bar.dataset.many);
      return;
    }
    try {
      const made = await (found.made ?? quotation(found));
      const words = bar.dataset[made.isBoth ? "copied" : "copiedOne"];
      copy(form === "markdown" ? made.markdown : made.text, words, form === "markdown" ? "" : made.html);
    } catch {
      tell(bar.dataset.away);
    }
  };

  // Below the end of what is selected; above it where there is no room.
  const settle = () => {
    const last = chosen.parts.at(-1);
    last.row.append(bar);
    bar.hidden = false;
    bar.removeAttribute("style");
    if (narrow.matches) {
      return;
    }
    const [row, text] = [last.row, last.text].map((each) => each.getBoundingClientRect());
    const end = Array.from(last.range.getClientRects()).at(-1);
    const { height, width } = bar.getBoundingClientRect();
    const below = end.bottom + GAP;
    bar.style.left = `${Math.max(text.left, Math.min(end.right, text.right) - width) - row.left}px`;
    bar.style.top = `${(below + height <= innerHeight ? below : end.top - height - GAP) - row.top}px`;
  };

  const offer = () => {
    const selection = getSelection();
    const box = document.getElementById("word-box");
    const [looked] = CSS.highlights?.get("looked-up") ?? [];
    const isLooked = !box.hidden && looked && tidy(selection.toString()) === looked.toString();
    const found = selection.isCollapsed || isLooked ? null : passage(selection.getRangeAt(0), selection.anchorNode);
    if (!found) {
      hide();
      return;
    }
    closeWord();
    chosen = found;
    if (found.parts.length <= MOST_SECTIONS) {
      found.made = quotation(found); // so that it is there when it is asked for
      found.made.catch(() => {
        found.made = null;
      });
    }
    settle();
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => !pressed && offer(), SETTLED);
  };
  document.addEventListener("selectionchange", () => !bar.contains(document.activeElement) && soon());
  document.addEventListener("pointerdown", (event) => {
    pressed = event.pointerType === "mouse";
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, (event) => {
      pressed = false;
      if (!bar.contains(event.target)) {
        soon();
      }
    });
  }

  bar.addEventListener("mousedown", (event) => event.preventDefault()); // what is selected stays so
  bar.addEventListener("click", (event) => {
    const form = event.target.closest("button")?.dataset.form;
    if (form && chosen) {
      const found = chosen;
      if (form === "link") {
        copyLink(found);
      } else {
        copyQuotation(found, form);
      }
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
    }
  });
  keys.q = () => {
    const [sentence] = CSS.highlights?.get("sentence") ?? [];
    const selection = getSelection();
    const found = chosen ?? (selection.isCollapsed
      ? sentence && passage(sentence, sentence.startContainer)
      : passage(selection.getRangeAt(0), selection.anchorNode));
    if (found) {
      copyQuotation(found, "text");
      hide();
    } else {
      tell(bar.dataset.none);
    }
  };
})();
