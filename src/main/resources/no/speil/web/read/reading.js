// A document's page: keys for readers, and the place that is kept when the layout changes.
// Everything here can be done without this file, by the links of the page.
(() => {
  "use strict";

  const { keepLayout, keys, current, go, press, rows, tell } = globalThis.speil;
  const article = document.querySelector("article.document");

  // Below this part of the window one has read on to the next section.
  const EYES = 0.3;

  /** The section chosen by key or address, while it can be seen. */
  const chosen = () => {
    const row = rows()[current()];
    const box = row?.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight ? row : null;
  };

  /** The section one is at: the one chosen, else the one at the height of the eyes; none at the top of the page. */
  const place = () => {
    const read = () => rows().find((row) => row.getBoundingClientRect().bottom > innerHeight * EYES);
    return chosen() ?? (scrollY === 0 ? null : read() ?? null);
  };

  // After reading on by other means the first step chooses the section one is at.
  const step = (by) => {
    const here = rows().indexOf(place());
    go(by, chosen() || by < 0 ? here : here - 1);
    mark();
  };

  const at = (href) => {
    const row = place();
    const address = new URL(href, location.href);
    address.hash = row ? row.id : "";
    return address;
  };

  // Links that show the same place otherwise.
  const turning = Array.from(document.querySelectorAll(".views a, .swap, a[hreflang]"));
  const keepPlace = () => turning.forEach((link) => {
    link.href = at(link.href);
  });
  for (const link of turning) {
    for (const event of ["pointerenter", "pointerdown", "focus", "click"]) {
      link.addEventListener(event, keepPlace);
    }
  }
  // Another layout is the same place: going back leads to where one came from.
  for (const link of document.querySelectorAll(".views a, .swap")) {
    link.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        keepLayout(link.href);
        location.replace(link.href);
      }
    });
  }

  const nextView = () => {
    const views = Array.from(document.querySelectorAll(".views a"));
    const shown = views.findIndex((view) => view.hasAttribute("aria-current"));
    const next = views[(shown + 1) % views.length].href;
    keepLayout(next);
    location.replace(at(next));
  };

  const info = () => {
    const note = place()?.querySelector("details.note");
    if (note) {
      note.open = !note.open;
    } else {
      place()?.querySelector(".section-links a:last-child").click();
    }
  };

  const told = document.getElementById("told");
  const address = document.getElementById("address");
  const hush = () => {
    told.textContent = "";
    address.hidden = true;
  };

  const copy = async (text, words, html) => {
    try {
      if (html && typeof ClipboardItem !== "undefined") {
        const forms = { "text/plain": text, "text/html": html };
        await navigator.clipboard.write([
          new ClipboardItem(
            Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]))),
        ]);
      } else {
        await navigator.clipboard.writeText(text);
      }
      address.hidden = true;
      tell(words);
    } catch {
      // No clipboard without a safe connection or the reader's leave: then it is theirs to copy.
      address.value = text;
      address.rows = Math.min(8, text.split("\n").length);
      address.hidden = false;
      address.focus();
      address.select();
      tell(told.dataset.select);
    }
  };
  const copyLink = () => {
    const row = place();
    const link = row ? row.querySelector("a[rel=bookmark]").href : document.querySelector("link[rel=canonical]").href;
    copy(link, told.dataset[row ? "copied" : "copiedAll"]);
  };
  for (const link of document.querySelectorAll(".copy-link")) {
    link.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        copy(link.href, told.dataset.copied);
      }
    });
  }
  for (const print of document.querySelectorAll("button.print")) {
    print.hidden = false;
    print.addEventListener("click", () => globalThis.print());
  }

  // Of the menus only one is open, and a click elsewhere or Escape closes it.
  const menus = Array.from(document.querySelectorAll("details.menu"));
  const close = (left) => menus.forEach((menu) => {
    menu.open = menu.open && menu === left;
  });
  document.addEventListener("click", (event) =>
    close(event.target.closest("details.menu li a") ? null : event.target.closest("details.menu")));
  for (const menu of menus) {
    menu.addEventListener("toggle", () => {
      if (menu.open) {
        menu.lastElementChild.scrollIntoView({ block: "nearest" }); // not below the window
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    const open = menus.find((menu) => menu.open);
    if (event.key === "Escape" && open) {
      close(null);
      open.querySelector("summary").focus();
    }
  });
  address.addEventListener("blur", hush);
  address.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      address.blur();
    }
  });

  Object.assign(globalThis.speil, { copy, place });

  // What people who work here can do with the section they are at.
  for (const key of document.querySelector("[data-key]") ? ["e", "n", "m", "r", "c", "a"] : []) {
    keys[key] = () => press(key, place() ?? undefined);
  }
  Object.assign(keys, {
    j: () => step(1),
    k: () => step(-1),
    v: nextView,
    o: () => location.replace(at(article.dataset.other)),
    i: info,
    ".": copyLink,
  });

  // How far one has read, and in the outline the part that one reads.
  const entries = new Map();
  for (const link of document.querySelectorAll(".outline a")) {
    entries.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  let marked = null;
  const soFar = document.querySelector(".so-far");
  const mark = () => {
    const here = place();
    const number = (here?.querySelector(".number") ?? article.querySelector(".row .number"))?.textContent;
    soFar.hidden = !number;
    soFar.textContent = soFar.dataset.words.replace("{0}", number);
    let found = null;
    for (const row of here ? rows() : []) {
      found = entries.get(row.id) ?? found;
      if (row === here) {
        break;
      }
    }
    if (found !== marked) {
      marked?.removeAttribute("aria-current");
      found?.setAttribute("aria-current", "location");
      marked = found;
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    }
  }, { passive: true });
  mark();
})();
