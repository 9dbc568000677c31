// What is typed is kept in this browser until the server has it: of each visit the last text. The
// latest is back in the box at the next visit of the same person, unless the saved translation has changed meanwhile.
(() => {
  "use strict";

  const { editing, keptPrefix } = globalThis.speil;
  if (!editing) {
    return;
  }
  const MOST = 5;

  // Of each box that one has been in on this page: the visit and the version that its text is
  // written on, and the text that the server has, null where that is another than it said.
  const known = new WeakMap();
  const of = (box) => {
    if (!known.has(box)) {
      const { version } = box.closest(".row").dataset;
      known.set(box, { own: Date.now(), version, original: [], saved: box.defaultValue });
    }
    return known.get(box);
  };
  const isTyped = (box) => known.has(box) && box.value !== of(box).saved && box.value !== of(box).earlier;

  const key = (box) => `${keptPrefix}${box.closest(".row").id.slice(2)}`;
  const kept = (box) => {
    try {
      const all = JSON.parse(localStorage.getItem(key(box)) || "[]");
      return Array.isArray(all) ? all.filter((each) => typeof each.text === "string") : [];
    } catch {
      return []; // forbidden here, or written by something else
    }
  };
  const others = (box) => kept(box).filter((each) => each.visit !== of(box).own);

  const notice = () => document.getElementById("kept");
  const tell = (words, other) => {
    const shown = notice();
    shown.querySelector(".said").textContent = words;
    shown.querySelector("pre").textContent = other ?? "";
    shown.querySelector("pre").hidden = other === undefined;
    shown.querySelector("[data-kept=use]").hidden = other === undefined;
    shown.querySelector("[data-kept=drop]").hidden = false;
    shown.hidden = false;
  };

  const put = (box, drafts) => {
    try {
      if (drafts.length > 0) {
        localStorage.setItem(key(box), JSON.stringify(drafts.slice(-MOST)));
      } else {
        localStorage.removeItem(key(box));
      }
    } catch {
      if (notice()) {
        tell(notice().dataset.full); // no room, or forbidden here
        notice().querySelector("[data-kept=drop]").hidden = true;
      }
    }
  };

  const keep = (box) => {
    const { own, version, original, saved } = of(box);
    const mine = { visit: own, version, original, text: box.value, at: Date.now() };
    put(box, box.value === saved ? others(box) : [...others(box), mine]);
  };

  const when = (draft) => {
    const at = new Date(draft.at);
    const today = at.toDateString() === new Date().toDateString();
    const form = today ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" };
    return at.toLocaleString(document.documentElement.lang, form);
  };

  const part = (version, number) => String(version).split(".")[number];

  // From the first letter on, also before the help for the box is there.
  document.getElementById("rows").addEventListener("input", ({ target }) => target.closest(".celled") || keep(target));

  editing.parts.push(({ box, form, text, takes }) => {
    const seen = form.elements.version;
    const version = seen.value;
    const isEarlier = form.dataset.earlier === "true"; // from the history: nobody has typed it
    const original = Array.from(form.querySelectorAll("[name=original]"), (each) => each.value);

    // The original that the text is written for goes with its version.
    const see = (mine) => {
      seen.value = mine.version;
      form.querySelectorAll("[name=original]").forEach((each) => each.remove());
      for (const each of mine.original) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "original", value: each });
        form.append(field);
      }
    };

    // One has typed in it on this page: it stays, on the version that it was typed on.
    const mine = of(box);
    if (takes === "" && isTyped(box)) {
      mine.original = mine.version === version ? original : mine.original;
      see(mine);
    } else {
      begin();
    }

    function begin() {
      const saved = form.dataset.unsaved === "true" ? null : text;
      if (box.value !== text) {
        box.value = text;
      }
      Object.assign(mine, { own: Date.now(), version, original, saved, earlier: isEarlier ? text : null });
      if (saved === null && takes === "answer") {
        mine.own = kept(box).pop()?.visit ?? mine.own; // what was sent is in this box
      } else if (isEarlier || saved === null) {
        offer();
      } else {
        put(box, kept(box).filter((each) => each.text.trim() !== saved.trim()));
        const draft = kept(box).pop();
        if (draft && part(draft.version, 1) === part(version, 1)) {
          restore(draft);
        } else if (draft) {
          offer();
        }
      }
    }

    // Back in its box, to be saved against the texts that it was written on.
    function restore(draft) {
      const written = Array.isArray(draft.original) ? draft.original : [];
      Object.assign(mine, { own: draft.visit, version: draft.version, original: written });
      see(mine);
      editing.write(box, draft.text);
      const older = part(draft.version, 0) === part(version, 0) ? "" : ` ${notice().dataset.original}`;
      tell(notice().dataset.back.replace("{0}", when(draft)) + older);
    }

    function offer() {
      const draft = others(box).pop();
      notice().hidden = !draft;
      if (draft) {
        tell(notice().dataset.from.replace("{0}", when(draft)), draft.text);
      }
    }

    form.querySelector("[data-kept=use]").addEventListener("click", () => {
      if (box.readOnly) {
        return; // nothing can be put into it now
      }
      const draft = others(box).pop();
      put(box, kept(box).filter((each) => each.visit !== draft.visit));
      editing.write(box, draft.text);
      box.focus();
      offer();
    });
    form.querySelector("[data-kept=drop]").addEventListener("click", () => {
      const isOwn = form.querySelector("#kept pre").hidden;
      const draft = isOwn ? { visit: mine.own } : others(box).pop();
      put(box, kept(box).filter((each) => each.visit !== draft.visit));
      if (isOwn) {
        Object.assign(mine, { version, original });
        see(mine);
        editing.write(box, text);
      }
      box.focus();
      offer();
    });
  });

  const typed = () => Array.from(document.querySelectorAll("#rows .box")).filter(isTyped);
  window.addEventListener("pagehide", () => typed().forEach(keep));
  window.addEventListener("beforeunload", (event) => {
    if (typed().length > 0) {
      event.preventDefault();
    }
  });

  editing.drafts = {
    keep,
    isTyped,
    // The server has the text, as the version that it says. Answers whether it is another than before.
    settle: (box, version) => {
      const isOther = of(box).saved !== box.value;
      put(box, others(box));
      Object.assign(of(box), { own: Date.now(), saved: box.value });
      if (version) {
        of(box).version = version;
      }
      return isOther;
    },
  };
})();
