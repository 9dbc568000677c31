// What is typed is kept in this browser until the server has it: of each visit the last text.
(() => {
  "use strict";

  const desk = globalThis.speil.desk;
  if (!desk) {
    return;
  }
  const { box, form, write } = desk;
  const MOST = 5;
  const key = `speil-kept/${form.dataset.section}`;
  const version = form.elements.version.value;
  const saved = form.dataset.unsaved === "true" ? null : box.value;
  const notice = document.getElementById("kept");
  const said = notice.querySelector(".said");
  let own = Date.now();
  let saving = false;

  const kept = () => {
    try {
      const all = JSON.parse(localStorage.getItem(key) || "[]");
      return Array.isArray(all) ? all.filter((each) => typeof each.text === "string") : [];
    } catch (failure) {
      return []; // forbidden here, or written by something else
    }
  };

  const put = (drafts) => {
    try {
      if (drafts.length > 0) {
        localStorage.setItem(key, JSON.stringify(drafts.slice(-MOST)));
      } else {
        localStorage.removeItem(key);
      }
    } catch (failure) {
      said.textContent = notice.dataset.full; // no room, or forbidden here
      notice.querySelector("pre").hidden = true;
      notice.querySelector(".buttons").hidden = true;
      notice.hidden = false;
    }
  };

  const others = () => kept().filter((each) => each.visit !== own);

  const keep = () => {
    const mine = { visit: own, version, text: box.value, at: Date.now() };
    put(box.value === saved ? others() : [...others(), mine]);
  };

  const offer = () => {
    const draft = others().pop();
    notice.hidden = !draft;
    if (!draft) {
      return;
    }
    const at = new Date(draft.at).toLocaleString(document.documentElement.lang, {
      dateStyle: "long",
      timeStyle: "short",
    });
    const older = draft.version === version ? "" : ` ${notice.dataset.older}`;
    said.textContent = notice.dataset.from.replace("{0}", at) + older;
    notice.querySelector("pre").textContent = draft.text;
  };

  for (const button of notice.querySelectorAll("[data-kept]")) {
    button.addEventListener("click", () => {
      const draft = others().pop();
      put(kept().filter((each) => !draft || each.visit !== draft.visit));
      if (draft && button.dataset.kept === "use") {
        box.value = "";
        write(draft.text);
      }
      box.focus();
      offer();
    });
  }

  // The text of the box itself is nothing to offer: it is saved, or it goes on from page to page.
  const same = kept().find((each) => each.text === box.value);
  if (same && saved === null) {
    own = same.visit;
  } else if (same) {
    put(kept().filter((each) => each.text !== box.value));
  }
  if (kept().length > 0) {
    offer();
  }

  form.addEventListener("submit", () => {
    keep();
    saving = true;
  });
  window.addEventListener("pagehide", () => {
    if (box.value !== saved) {
      keep();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!saving && box.value !== saved) {
      event.preventDefault();
    }
  });
  box.addEventListener("input", keep);
})();
