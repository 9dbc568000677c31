// Keys for people who read with their hands on the keyboard. Every page works without this file.
(() => {
  "use strict";

  const rows = () => Array.from(document.querySelectorAll(".row"));
  let at = -1;

  const current = () => {
    const all = rows();
    if (at >= 0 && at < all.length) {
      return at;
    }
    const ends = { "#first": 0, "#last": all.length - 1 };
    if (Object.hasOwn(ends, location.hash)) {
      return ends[location.hash];
    }
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    return target ? all.indexOf(target) : -1;
  };

  const go = (step, from = at < 0 ? current() : at) => {
    const all = rows();
    if (all.length === 0) {
      return;
    }
    const beyond = from + step < 0 ? "prev" : from + step >= all.length ? "next" : "";
    const page = from >= 0 && beyond ? document.querySelector(`link[rel=${beyond}]`) : null;
    if (page) {
      location.assign(`${page.href}#${beyond === "next" ? "first" : "last"}`);
      return;
    }
    at = Math.min(all.length - 1, Math.max(0, from + step));
    for (const row of all) {
      row.classList.remove("here");
    }
    const row = all[at];
    row.classList.add("here");
    document.body.classList.add("keyed");
    (row.hasAttribute("tabindex") ? row : row.querySelector(".number, summary, a")).focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  };

  // Where the page is narrow the box is on a page of its own.
  const search = () => {
    const box = document.getElementById("q");
    if (box?.offsetParent) {
      box.focus();
      box.select();
    } else {
      document.querySelector(".top nav a[href$='search']")?.click();
    }
  };

  // What is kept in this browser belongs to a person, who is asked about it when signing out.
  const keptPrefix = `speil-kept/${encodeURIComponent(document.documentElement.dataset.person ?? "")}/`;
  document.querySelector("form[data-kept]")?.addEventListener("submit", (event) => {
    try {
      const kept = Object.keys(localStorage).filter((key) => key.startsWith(keptPrefix));
      if (kept.length > 0 && confirm(event.target.dataset.kept.replace("{0}", kept.length))) {
        kept.forEach((key) => localStorage.removeItem(key));
      }
    } catch {
      // forbidden here, so that nothing is kept
    }
  });

  const list = document.getElementById("key-list");
  const showKeys = () => (list.open ? list.close() : list.showModal());
  document.addEventListener("click", (event) => {
    if (event.target.closest(".keyhelp")) {
      event.preventDefault();
      showKeys();
    }
  });
  // A click beside the sheet closes it.
  list?.addEventListener("click", (event) => {
    if (event.target === list) {
      list.close();
    }
  });

  // People who speak to their computer must be able to turn single keys off (WCAG 2.1.4).
  const off = () => localStorage.getItem("speil-keys") === "off";
  const keySwitch = document.getElementById("keyswitch");
  if (keySwitch) {
    const name = () => {
      keySwitch.textContent = off() ? keySwitch.dataset.on : keySwitch.dataset.off;
    };
    keySwitch.hidden = false;
    name();
    keySwitch.addEventListener("click", () => {
      localStorage.setItem("speil-keys", off() ? "on" : "off");
      name();
    });
  }

  // Says what has been done, for eyes and ears alike.
  const tell = (words) => {
    const told = document.getElementById("told");
    told.textContent = "";
    setTimeout(() => {
      told.textContent = words; // said again, too
    });
  };
  const reveal = (part) => {
    for (let fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  };
  const unfold = (details) => {
    details.open = !details.open;
    if (details.open) {
      reveal(details);
      details.querySelector("select, textarea, input:not([type=hidden])")?.focus();
    }
  };
  // In the queue each key presses the button of the row that names it.
  const queue = document.querySelector(".queue");
  const press = (key, row = rows()[current()]) => {
    if (!row) {
      go(1); // chosen before anything is done with it, but for a look
      if (key === "e" && rows().length > 0) {
        press(key);
      }
      return;
    }
    const found = row.querySelector(`[data-key="${key}"]`);
    if (queue) {
      const why = row.querySelector(`[data-refused="${key}"]`)?.textContent;
      tell(found ? "" : why ?? queue.dataset.nothing.replace("{0}", key));
    }
    if (found?.tagName === "DETAILS") {
      unfold(found);
    } else {
      found?.click();
    }
  };
  const work = {};
  if (queue) {
    for (const key of ["e", "m", "r", "c", "d", "a", "f", "x", "n", "w"]) {
      work[key] = () => press(key);
    }
    work.u = () => {
      const row = rows()[current()];
      const undo = (row && row.querySelector('[data-key="u"]')) || queue.querySelector("[data-undo]");
      if (undo) {
        undo.click();
      }
    };
    document.addEventListener("keydown", (event) => {
      const idle = !event.target.closest("a, button, summary, input, textarea, select");
      if (event.key === "Enter" && idle && !off() && !event.ctrlKey && !event.metaKey && !event.altKey) {
        press("e");
      }
    });
  }

  const align = document.querySelector(".align");
  if (align) {
    for (const key of ["c", "p", "n", "u", "z", "s", "m"]) {
      work[key] = () => press(key);
    }
  }

  const keys = { ...work, j: () => go(1), k: () => go(-1), "/": search, "?": showKeys };

  // Goes to an address, and loads the page anew where only the part after # differs.
  const navigate = (next) => {
    const address = new URL(next, location.href);
    if (address.pathname + address.search === location.pathname + location.search) {
      history.replaceState(null, "", address);
      location.reload();
    } else {
      location.assign(address);
    }
  };

  // Shows a page that came in answer to a form, at the address of the form.
  const replacePage = (html) => {
    document.open();
    document.write(html);
    document.close();
  };

  // What is larger than its column is rolled with the keys, too.
  const size = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) {
        target.tabIndex = 0;
      } else {
        target.removeAttribute("tabindex");
      }
    }
  });
  const watchSize = (part) => {
    part.querySelectorAll(".cell table, .cell pre, .whole .row > .original").forEach((each) => size.observe(each));
  };
  watchSize(document);

  // For the other scripts of a page, which add keys of their own.
  // The layout that one has chosen for texts goes along to those whose links name none.
  const layoutKey = "speil-layout";
  const keepLayout = (address) => {
    try {
      localStorage.setItem(layoutKey, new URL(address).searchParams.get("view") ?? "");
    } catch {
      // forbidden here, so that it is kept in the address only
    }
  };
  const takeLayout = ({ target }) => {
    const link = target.closest?.("a[href]:not(.views a, .swap)");
    const address = link && /\/d\//.test(link.pathname) ? new URL(link.href) : null;
    try {
      const layout = localStorage.getItem(layoutKey);
      const isAnother = address?.origin === location.origin && address.pathname !== location.pathname;
      if (layout && isAnother && !/[?&](view|v)=/.test(address.search)) {
        address.searchParams.set("view", layout);
        link.href = address;
      }
    } catch {
      // forbidden here, as above
    }
  };
  document.addEventListener("click", takeLayout, true);
  document.addEventListener("auxclick", takeLayout, true);

  globalThis.speil = { keepLayout, keys, current, go, press, reveal, rows, tell, navigate, replacePage, watchSize, keptPrefix };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing && event.key === "Escape") {
      typing.closest(".row[tabindex]")?.focus(); // where the keys work again
    }
    const sheet = document.querySelector("dialog[open]") && event.key !== "?";
    if (typing || sheet || off() || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) {
      return;
    }
    event.preventDefault();
    keys[event.key]();
  });

  // Whoever unfolds a form to write writes at once.
  document.addEventListener("click", (event) => {
    const fold = event.target.closest("summary")?.parentElement;
    if (fold && !fold.open && fold.matches(".reply, .remarking, .dismissing")) {
      event.preventDefault(); // it would be unfolded only after the first letters have been typed
      const field = fold.querySelector("textarea, input:not([type=hidden])");
      reveal(field); // also where a key has pressed what is folded itself
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
  });

  // One has come from the page before or after, or the row that was last here has been done.
  if (["#first", "#last"].includes(location.hash)) {
    go(0, current());
  }
})();
