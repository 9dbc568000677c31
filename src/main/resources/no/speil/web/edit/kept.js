// What is typed is kept in this browser until the server has it: of each visit the last text. The
// latest is back in the box at the next visit of the same person, unless the saved translation has changed meanwhile.
(() => {
  "use strict";

  const editor = globalThis.speil.editor;
  if (!editor) {
    return;
  }
  const { box, form, write } = editor;
  const MOST = 5;
  const key = `${globalThis.speil.keptPrefix}${form.dataset.section}`;
  const seen = form.elements.version;
  const version = seen.value;
  const text = box.defaultValue;
  const saved = form.dataset.unsaved === "true" ? null : text;
  const isEarlier = form.dataset.earlier === "true"; // from the history: nobody has typed it
  const notice = document.getElementById("kept");
  const said = notice.querySelector(".said");
  const shown = notice.querySelector("pre");
  const use = notice.querySelector("[data-kept=use]");
  const drop = notice.querySelector("[data-kept=drop]");
  let own = Date.now();
  let settled = false;
  form.autocomplete = "off"; // the browser's own memory knows nothing of versions

  // The original that the text is written for goes with its version.
  const originals = () => Array.from(form.querySelectorAll("[name=original]"), (each) => each.value);
  const original = originals();
  const see = (of, texts) => {
    seen.value = of;
    form.querySelectorAll("[name=original]").forEach((each) => each.remove());
    for (const each of texts) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "original", value: each });
      form.append(field);
    }
  };

  const kept = () => {
    try {
      const all = JSON.parse(localStorage.getItem(key) || "[]");
      return Array.isArray(all) ? all.filter((each) => typeof each.text === "string") : [];
    } catch {
      return []; // forbidden here, or written by something else
    }
  };

  const tell = (words, other) => {
    said.textContent = words;
    shown.textContent = other ?? "";
    shown.hidden = other === undefined;
    use.hidden = other === undefined;
    drop.hidden = false;
    notice.hidden = false;
  };

  const put = (drafts) => {
    try {
      if (drafts.length > 0) {
        localStorage.setItem(key, JSON.stringify(drafts.slice(-MOST)));
      } else {
        localStorage.removeItem(key);
      }
    } catch {
      tell(notice.dataset.full); // no room, or forbidden here
      drop.hidden = true;
    }
  };

  const others = () => kept().filter((each) => each.visit !== own);

  const keep = () => {
    const before = kept().find((each) => each.visit === own);
    if (before?.text !== box.value) {
      const mine = { visit: own, version: seen.value, original: originals(), text: box.value, at: Date.now() };
      put(box.value === saved ? others() : [...others(), mine]);
    }
  };

  const when = (draft) => {
    const at = new Date(draft.at);
    const today = at.toDateString() === new Date().toDateString();
    const form = today ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" };
    return at.toLocaleString(document.documentElement.lang, form);
  };

  const part = (of, number) => String(of).split(".")[number];

  // Back in its box, to be saved against the texts that it was written on.
  const restore = (draft) => {
    own = draft.visit;
    see(draft.version, Array.isArray(draft.original) ? draft.original : []);
    write(draft.text);
    const older = part(draft.version, 0) === part(version, 0) ? "" : ` ${notice.dataset.original}`;
    tell(notice.dataset.back.replace("{0}", when(draft)) + older);
  };

  const offer = () => {
    const draft = others().pop();
    notice.hidden = !draft;
    if (draft) {
      tell(notice.dataset.from.replace("{0}", when(draft)), draft.text);
    }
  };

  use.addEventListener("click", () => {
    const draft = others().pop();
    put(kept().filter((each) => each.visit !== draft.visit));
    write(draft.text);
    box.focus();
    offer();
  });
  drop.addEventListener("click", () => {
    const draft = shown.hidden ? { visit: own } : others().pop();
    put(kept().filter((each) => each.visit !== draft.visit));
    if (draft.visit === own) {
      see(version, original);
      write(text);
    }
    box.focus();
    offer();
  });

  const isTyped = () => box.value !== saved && !(isEarlier && box.value === text);

  if (isEarlier) {
    offer();
  } else if (saved === null) {
    own = kept().pop()?.visit ?? own; // on from page to page: what was sent is in this page
  } else {
    put(kept().filter((each) => each.text.trim() !== saved.trim()));
    const draft = kept().pop();
    if (draft && part(draft.version, 1) === part(version, 1)) {
      restore(draft);
    } else if (draft) {
      offer();
    }
  }

  window.addEventListener("pagehide", () => {
    if (!settled && isTyped()) {
      keep();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!settled && isTyped()) {
      event.preventDefault();
    }
  });
  box.addEventListener("input", keep);

  editor.drafts = {
    keep,
    settle: () => {
      settled = true;
      put(others());
    },
  };
})();
